package news.parallax.catalog.batch;

import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.RowRefusal;

/** Outcome of an import on the wire. */
public final class ImportMessages {
    private ImportMessages() {}

    public static ImportReport toProto(ImportTally tally) {
        var report = ImportReport.newBuilder()
                .setAddedCount(tally.count(RowOutcome.ADDED))
                .setChangedCount(tally.count(RowOutcome.CHANGED))
                .setUnchangedCount(tally.count(RowOutcome.UNCHANGED));
        tally.refusals()
                .forEach(refusal -> report.addRefusals(RowRefusal.newBuilder()
                        .setRow(refusal.row())
                        .setReason(refusal.reason().reason())
                        .setMessage(refusal.reason().getMessage())));
        return report.build();
    }
}
