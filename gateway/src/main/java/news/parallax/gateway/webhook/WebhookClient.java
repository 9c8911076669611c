package news.parallax.gateway.webhook;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import news.parallax.catalog.v1.CreateWebhookResponse;
import news.parallax.catalog.v1.DeleteWebhookRequest;
import news.parallax.catalog.v1.GetWebhookRequest;
import news.parallax.catalog.v1.ListDeliveriesRequest;
import news.parallax.catalog.v1.ListWebhooksRequest;
import news.parallax.catalog.v1.ReportDeliveryRequest;
import news.parallax.catalog.v1.RetryDeliveryRequest;
import news.parallax.catalog.v1.RotateWebhookSecretRequest;
import news.parallax.catalog.v1.UpdateWebhookRequest;
import news.parallax.catalog.v1.WebhookServiceGrpc.WebhookServiceBlockingStub;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog for webhooks and for messages to send, and tells it how they went. */
@Singleton
class WebhookClient {
    private final WebhookServiceBlockingStub webhooks;
    private final CatalogCalls calls;
    private final WebhookMessages messages;

    WebhookClient(
            @GrpcClient("catalog") WebhookServiceBlockingStub webhooks, CatalogCalls calls, WebhookMessages messages) {
        this.webhooks = webhooks;
        this.calls = calls;
        this.messages = messages;
    }

    /** Makes a webhook; not tried again, as it may have been made. */
    NewWebhookView create(String readerId, WebhookBody body) {
        CreateWebhookResponse made =
                calls.once(webhooks, stub -> stub.createWebhook(WebhookMessages.toRequest(readerId, body)));
        return new NewWebhookView(WebhookMessages.toView(made.getWebhook()), made.getSecret());
    }

    WebhookView get(String readerId, String id) {
        var request = GetWebhookRequest.newBuilder()
                .setReaderId(readerId)
                .setWebhookId(id)
                .build();
        return WebhookMessages.toView(
                calls.read(webhooks, stub -> stub.getWebhook(request)).getWebhook());
    }

    WebhookListView list(String readerId, int limit, String cursor) {
        var request = ListWebhooksRequest.newBuilder()
                .setReaderId(readerId)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        return WebhookMessages.toWebhooks(calls.read(webhooks, stub -> stub.listWebhooks(request)));
    }

    WebhookView set(String readerId, String id, boolean active) {
        var request = UpdateWebhookRequest.newBuilder()
                .setReaderId(readerId)
                .setWebhookId(id)
                .setState(WebhookMessages.toState(active))
                .build();
        return WebhookMessages.toView(
                calls.read(webhooks, stub -> stub.updateWebhook(request)).getWebhook());
    }

    NewWebhookView rotate(String readerId, String id) {
        var request = RotateWebhookSecretRequest.newBuilder()
                .setReaderId(readerId)
                .setWebhookId(id)
                .build();
        var rotated = calls.once(webhooks, stub -> stub.rotateWebhookSecret(request));
        return new NewWebhookView(WebhookMessages.toView(rotated.getWebhook()), rotated.getSecret());
    }

    void delete(String readerId, String id) {
        var request = DeleteWebhookRequest.newBuilder()
                .setReaderId(readerId)
                .setWebhookId(id)
                .build();
        calls.once(webhooks, stub -> stub.deleteWebhook(request));
    }

    DeliveryListView deliveries(DeliveryQuery query) {
        var request = ListDeliveriesRequest.newBuilder()
                .setReaderId(query.readerId())
                .setWebhookId(query.webhookId())
                .setState(WebhookMessages.toState(query.state()))
                .setPageSize(query.limit())
                .setPageToken(query.cursor())
                .build();
        return WebhookMessages.toDeliveries(calls.read(webhooks, stub -> stub.listDeliveries(request)));
    }

    DeliveryView retry(String readerId, String deliveryId) {
        var request = RetryDeliveryRequest.newBuilder()
                .setReaderId(readerId)
                .setDeliveryId(deliveryId)
                .build();
        return WebhookMessages.toView(
                calls.read(webhooks, stub -> stub.retryDelivery(request)).getDelivery());
    }

    /** Leases messages to send; not tried again, as what was leased comes again by itself. */
    List<Letter> lease(int limit, Duration duration) {
        var request = WebhookMessages.toLease(limit, duration);
        return calls.once(webhooks, stub -> stub.leaseDeliveries(request)).getLeasesList().stream()
                .map(messages::toLetter)
                .toList();
    }

    /** Tells how a message went. */
    void report(Letter letter, Answer answer) {
        report(WebhookMessages.toReport(letter, answer));
    }

    /** Tells that a message is not sent, as its reader may no longer be told. */
    void withhold(Letter letter) {
        report(WebhookMessages.toWithheld(letter));
    }

    /** A lease that is lost is another's message: it is sent twice, which receivers tell by its id. */
    private void report(ReportDeliveryRequest request) {
        try {
            calls.read(webhooks, stub -> stub.reportDelivery(request));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.FAILED_PRECONDITION) {
                throw e;
            }
            Log.debugf("lease lost delivery=%s", request.getDeliveryId());
        }
    }
}
