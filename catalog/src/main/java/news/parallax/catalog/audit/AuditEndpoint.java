package news.parallax.catalog.audit;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.v1.AuditService;
import news.parallax.catalog.v1.ListAuditEntriesRequest;
import news.parallax.catalog.v1.ListAuditEntriesResponse;
import news.parallax.catalog.v1.RecordAuditEntryRequest;
import news.parallax.catalog.v1.RecordAuditEntryResponse;

/** The audit trail, over gRPC. */
@GrpcService
public class AuditEndpoint implements AuditService {
    private final Calls calls;
    private final AuditTrail trail;
    private final AuditRepository entries;

    AuditEndpoint(Calls calls, AuditTrail trail, AuditRepository entries) {
        this.calls = calls;
        this.trail = trail;
        this.entries = entries;
    }

    @Override
    public Uni<RecordAuditEntryResponse> recordAuditEntry(RecordAuditEntryRequest request) {
        return calls.runInTransaction(() -> RecordAuditEntryResponse.newBuilder()
                .setEntry(AuditMessages.toProto(trail.add(AuditMessages.toEntity(request.getEntry()))))
                .build());
    }

    @Override
    public Uni<ListAuditEntriesResponse> listAuditEntries(ListAuditEntriesRequest request) {
        return calls.runInTransaction(() -> {
            var filter = new AuditRepository.Filter(request.getActorId(), request.getAction(), request.getTarget());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "audit", filter);
            Page<AuditEntity> page = entries.page(pageRequest, filter);
            return ListAuditEntriesResponse.newBuilder()
                    .addAllEntries(
                            page.items().stream().map(AuditMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
