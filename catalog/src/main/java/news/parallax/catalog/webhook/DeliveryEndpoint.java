package news.parallax.catalog.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderRepository;
import news.parallax.catalog.v1.LeaseDeliveriesRequest;
import news.parallax.catalog.v1.LeaseDeliveriesResponse;
import news.parallax.catalog.v1.ListDeliveriesRequest;
import news.parallax.catalog.v1.ListDeliveriesResponse;
import news.parallax.catalog.v1.ReportDeliveryRequest;
import news.parallax.catalog.v1.ReportDeliveryResponse;
import news.parallax.catalog.v1.RetryDeliveryRequest;
import news.parallax.catalog.v1.RetryDeliveryResponse;

/** Messages to webhooks. */
@Singleton
class DeliveryEndpoint {
    private final Calls calls;
    private final Deliveries deliveries;
    private final DeliveryRepository stored;
    private final WebhookRepository webhooks;
    private final ReaderRepository readers;

    DeliveryEndpoint(
            Calls calls,
            Deliveries deliveries,
            DeliveryRepository stored,
            WebhookRepository webhooks,
            ReaderRepository readers) {
        this.calls = calls;
        this.deliveries = deliveries;
        this.stored = stored;
        this.webhooks = webhooks;
        this.readers = readers;
    }

    Uni<ListDeliveriesResponse> listDeliveries(ListDeliveriesRequest request) {
        return calls.runInTransaction(() -> {
            String readerId = readers.require(request.getReaderId()).id;
            Optional<String> webhookId = Optional.of(request.getWebhookId())
                    .filter(id -> !id.isEmpty())
                    .map(id -> webhooks.require(readerId, id).id);
            var filter = new DeliveryRepository.Filter(readerId, webhookId, DeliveryMessages.state(request.getState()));
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "deliveries", filter);
            Page<DeliveryEntity> page = stored.page(pageRequest, filter);
            return ListDeliveriesResponse.newBuilder()
                    .addAllDeliveries(
                            page.items().stream().map(DeliveryMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<RetryDeliveryResponse> retryDelivery(RetryDeliveryRequest request) {
        return calls.runInTransaction(() -> {
            String readerId = readers.require(request.getReaderId()).id;
            return RetryDeliveryResponse.newBuilder()
                    .setDelivery(DeliveryMessages.toProto(deliveries.retry(readerId, request.getDeliveryId())))
                    .build();
        });
    }

    Uni<LeaseDeliveriesResponse> leaseDeliveries(LeaseDeliveriesRequest request) {
        return calls.runInTransaction(() -> LeaseDeliveriesResponse.newBuilder()
                .addAllLeases(deliveries
                        .lease(
                                DeliveryMessages.limit(request),
                                DeliveryMessages.webhookLimit(request),
                                DeliveryMessages.leaseDuration(request))
                        .stream()
                        .map(DeliveryMessages::toLease)
                        .toList())
                .build());
    }

    Uni<ReportDeliveryResponse> reportDelivery(ReportDeliveryRequest request) {
        return calls.runInTransaction(() -> {
            var response = ReportDeliveryResponse.newBuilder();
            deliveries
                    .report(request.getDeliveryId(), request.getLeaseId(), DeliveryMessages.toOutcome(request))
                    .map(DeliveryMessages::toProto)
                    .ifPresent(response::setState);
            return response.build();
        });
    }
}
