package news.parallax.gateway.desk;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import news.parallax.catalog.v1.AuditEntry;
import news.parallax.catalog.v1.AuditOutcome;
import news.parallax.catalog.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import news.parallax.catalog.v1.ListAuditEntriesRequest;
import news.parallax.catalog.v1.RecordAuditEntryRequest;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;

/** Adds to the audit trail and reads it. */
@Singleton
class AuditClient {
    private static final int DETAIL_LENGTH = 2_000;

    private final AuditServiceBlockingStub audit;
    private final CatalogCalls calls;

    AuditClient(@GrpcClient("catalog") AuditServiceBlockingStub audit, CatalogCalls calls) {
        this.audit = audit;
        this.calls = calls;
    }

    /** Keeps what an operator did or tried. */
    void record(ReaderView operator, Deed deed, boolean done) {
        String detail = deed.detail().substring(0, Math.min(deed.detail().length(), DETAIL_LENGTH));
        var entry = AuditEntry.newBuilder()
                .setActorId(operator.id())
                .setActorName(operator.name())
                .setAction(deed.action())
                .setTarget(deed.target())
                .setDetail(detail)
                .setClientAddress(deed.address())
                .setOutcome(done ? AuditOutcome.AUDIT_OUTCOME_DONE : AuditOutcome.AUDIT_OUTCOME_REFUSED);
        var request = RecordAuditEntryRequest.newBuilder().setEntry(entry).build();
        calls.read(audit, stub -> stub.recordAuditEntry(request));
    }

    /** Returns a page of the entries, the latest first. */
    AuditListView list(int limit, String cursor) {
        var request = ListAuditEntriesRequest.newBuilder()
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        var found = calls.read(audit, stub -> stub.listAuditEntries(request));
        return new AuditListView(
                found.getEntriesList().stream().map(DeskMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
    }
}
