package news.parallax.catalog.webhook;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.webhooks;

import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.CreateWebhookResponse;
import news.parallax.catalog.v1.Delivery;
import news.parallax.catalog.v1.DeliveryFailed;
import news.parallax.catalog.v1.DeliveryLease;
import news.parallax.catalog.v1.DeliveryState;
import news.parallax.catalog.v1.DeliverySucceeded;
import news.parallax.catalog.v1.GetWebhookRequest;
import news.parallax.catalog.v1.LeaseDeliveriesRequest;
import news.parallax.catalog.v1.ListDeliveriesRequest;
import news.parallax.catalog.v1.Reader;
import news.parallax.catalog.v1.ReportDeliveryRequest;
import news.parallax.catalog.v1.ReportDeliveryResponse;
import news.parallax.catalog.v1.RetryDeliveryRequest;
import news.parallax.catalog.v1.UpdateReaderRequest;
import news.parallax.catalog.v1.UpdateWebhookRequest;
import news.parallax.catalog.v1.Webhook;
import news.parallax.catalog.v1.WebhookFilter;
import news.parallax.catalog.v1.WebhookState;

/** A webhook of the running catalog, with a reader of its own, and what is done with it. */
record SomeWebhook(String readerId, String id) {
    static SomeWebhook add(String readerId, WebhookFilter.Builder filter) {
        reader(readerId);
        return new SomeWebhook(readerId, create(readerId, filter).getWebhook().getId());
    }

    static void reader(String id) {
        readers()
                .updateReader(UpdateReaderRequest.newBuilder()
                        .setReader(Reader.newBuilder().setId(id).setName("Reader " + id))
                        .build());
    }

    static CreateWebhookResponse create(String readerId, WebhookFilter.Builder filter) {
        return webhooks()
                .createWebhook(CreateWebhookRequest.newBuilder()
                        .setReaderId(readerId)
                        .setUrl("https://hooks.example/" + readerId)
                        .setName("hook")
                        .setFilter(filter)
                        .build());
    }

    Webhook get() {
        return webhooks()
                .getWebhook(GetWebhookRequest.newBuilder()
                        .setReaderId(readerId)
                        .setWebhookId(id)
                        .build())
                .getWebhook();
    }

    Webhook set(WebhookState state) {
        return webhooks()
                .updateWebhook(UpdateWebhookRequest.newBuilder()
                        .setReaderId(readerId)
                        .setWebhookId(id)
                        .setState(state)
                        .build())
                .getWebhook();
    }

    List<Delivery> deliveries() {
        List<Delivery> all = new ArrayList<>();
        var request = ListDeliveriesRequest.newBuilder()
                .setReaderId(readerId)
                .setWebhookId(id)
                .setPageSize(3);
        do {
            var page = webhooks().listDeliveries(request.build());
            all.addAll(page.getDeliveriesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }

    Delivery delivery(String deliveryId) {
        return deliveries().stream()
                .filter(delivery -> delivery.getId().equals(deliveryId))
                .findFirst()
                .orElseThrow();
    }

    List<Delivery> deliveries(DeliveryState state) {
        return deliveries().stream()
                .filter(delivery -> delivery.getState() == state)
                .toList();
    }

    /** Leases what is due, and returns what is this webhook's. */
    List<DeliveryLease> lease() {
        return lease(60);
    }

    List<DeliveryLease> lease(int seconds) {
        return leaseAll(seconds).stream()
                .filter(lease -> lease.getDelivery().getWebhookId().equals(id))
                .toList();
    }

    static List<DeliveryLease> leaseAll(int seconds) {
        return webhooks()
                .leaseDeliveries(LeaseDeliveriesRequest.newBuilder()
                        .setLimit(200)
                        .setWebhookLimit(200)
                        .setLeaseDuration(Duration.newBuilder().setSeconds(seconds))
                        .build())
                .getLeasesList();
    }

    Delivery retry(String deliveryId) {
        return webhooks()
                .retryDelivery(RetryDeliveryRequest.newBuilder()
                        .setReaderId(readerId)
                        .setDeliveryId(deliveryId)
                        .build())
                .getDelivery();
    }

    static ReportDeliveryResponse succeeded(DeliveryLease lease) {
        return webhooks()
                .reportDelivery(report(lease)
                        .setSucceeded(DeliverySucceeded.newBuilder().setHttpStatus(204))
                        .build());
    }

    static ReportDeliveryResponse failed(DeliveryLease lease, int status) {
        return webhooks()
                .reportDelivery(report(lease)
                        .setFailed(DeliveryFailed.newBuilder()
                                .setHttpStatus(status)
                                .setError("The receiver answered %d.".formatted(status)))
                        .build());
    }

    static ReportDeliveryRequest.Builder report(DeliveryLease lease) {
        return ReportDeliveryRequest.newBuilder()
                .setDeliveryId(lease.getDelivery().getId())
                .setLeaseId(lease.getLeaseId());
    }
}
