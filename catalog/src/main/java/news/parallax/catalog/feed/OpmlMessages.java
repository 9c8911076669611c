package news.parallax.catalog.feed;

import news.parallax.catalog.batch.ImportMessages;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.v1.ImportOpmlResponse;
import news.parallax.catalog.v1.OpmlRow;
import news.parallax.catalog.v1.RowResult;

/** Imports of OPML on the wire. */
final class OpmlMessages {
    private OpmlMessages() {}

    static ImportOpmlResponse toProto(OpmlImport.Outcome outcome) {
        return ImportOpmlResponse.newBuilder()
                .setReport(ImportMessages.toProto(outcome.tally()))
                .addAllRows(outcome.rows().stream().map(OpmlMessages::toProto).toList())
                .addAllAddedSourceIds(outcome.addedSourceIds())
                .build();
    }

    private static OpmlRow toProto(OpmlImport.RowReport row) {
        var message = OpmlRow.newBuilder()
                .setLine(row.line())
                .setUrl(row.url())
                .setSourceId(row.sourceId())
                .setResult(row.outcome().map(OpmlMessages::toProto).orElse(RowResult.ROW_RESULT_REFUSED));
        row.refusal().ifPresent(refusal -> message.setReason(refusal.reason()).setMessage(refusal.getMessage()));
        return message.build();
    }

    private static RowResult toProto(RowOutcome outcome) {
        return switch (outcome) {
            case ADDED -> RowResult.ROW_RESULT_ADDED;
            case CHANGED -> RowResult.ROW_RESULT_CHANGED;
            case UNCHANGED -> RowResult.ROW_RESULT_UNCHANGED;
        };
    }
}
