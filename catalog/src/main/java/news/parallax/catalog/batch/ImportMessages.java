package news.parallax.catalog.batch;

import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.RowRefusal;

/** Outcome of an import on the wire. */
public final class ImportMessages {
    private ImportMessages() {}

    public static ImportReport toProto(ImportTally tally) {
        return toProto(tally, Integer.MAX_VALUE);
    }

    /** Lists no more than so many refusals; all are counted. */
    public static ImportReport toProto(ImportTally tally, int refusalsMax) {
        return ImportReport.newBuilder()
                .setAddedCount(tally.count(RowOutcome.ADDED))
                .setChangedCount(tally.count(RowOutcome.CHANGED))
                .setUnchangedCount(tally.count(RowOutcome.UNCHANGED))
                .setRefusedCount(tally.refusals().size())
                .addAllRefusals(tally.refusals().stream()
                        .limit(refusalsMax)
                        .map(ImportMessages::toProto)
                        .toList())
                .build();
    }

    private static RowRefusal toProto(ImportTally.Refusal refusal) {
        var message = RowRefusal.newBuilder()
                .setReason(refusal.reason().reason())
                .setMessage(refusal.reason().getMessage())
                .setFile(refusal.row().file());
        int number = refusal.row().number();
        return (refusal.row().file().isEmpty() ? message.setRow(number) : message.setLine(number)).build();
    }
}
