package news.parallax.catalog.webhook;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderRepository;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.CreateWebhookResponse;
import news.parallax.catalog.v1.DeleteWebhookRequest;
import news.parallax.catalog.v1.DeleteWebhookResponse;
import news.parallax.catalog.v1.GetWebhookRequest;
import news.parallax.catalog.v1.GetWebhookResponse;
import news.parallax.catalog.v1.LeaseDeliveriesRequest;
import news.parallax.catalog.v1.LeaseDeliveriesResponse;
import news.parallax.catalog.v1.ListDeliveriesRequest;
import news.parallax.catalog.v1.ListDeliveriesResponse;
import news.parallax.catalog.v1.ListWebhooksRequest;
import news.parallax.catalog.v1.ListWebhooksResponse;
import news.parallax.catalog.v1.ReportDeliveryRequest;
import news.parallax.catalog.v1.ReportDeliveryResponse;
import news.parallax.catalog.v1.RetryDeliveryRequest;
import news.parallax.catalog.v1.RetryDeliveryResponse;
import news.parallax.catalog.v1.RotateWebhookSecretRequest;
import news.parallax.catalog.v1.RotateWebhookSecretResponse;
import news.parallax.catalog.v1.UpdateWebhookRequest;
import news.parallax.catalog.v1.UpdateWebhookResponse;
import news.parallax.catalog.v1.WebhookService;

/** Webhooks, over gRPC; {@link DeliveryEndpoint} answers what is asked of messages. */
@GrpcService
public class WebhookEndpoint implements WebhookService {
    private final Calls calls;
    private final Webhooks webhooks;
    private final WebhookRepository stored;
    private final ReaderRepository readers;
    private final WebhookMessages messages;
    private final DeliveryEndpoint deliveries;

    WebhookEndpoint(
            Calls calls,
            Webhooks webhooks,
            WebhookRepository stored,
            ReaderRepository readers,
            WebhookMessages messages,
            DeliveryEndpoint deliveries) {
        this.calls = calls;
        this.webhooks = webhooks;
        this.stored = stored;
        this.readers = readers;
        this.messages = messages;
        this.deliveries = deliveries;
    }

    @Override
    public Uni<CreateWebhookResponse> createWebhook(CreateWebhookRequest request) {
        return calls.runInTransaction(() -> {
            WebhookEntity webhook = webhooks.create(WebhookMessages.toWish(request));
            return CreateWebhookResponse.newBuilder()
                    .setWebhook(messages.toProto(webhook))
                    .setSecret(webhook.secret)
                    .build();
        });
    }

    @Override
    public Uni<GetWebhookResponse> getWebhook(GetWebhookRequest request) {
        return calls.runInTransaction(() -> {
            String readerId = readers.require(request.getReaderId()).id;
            return GetWebhookResponse.newBuilder()
                    .setWebhook(messages.toProto(stored.require(readerId, request.getWebhookId())))
                    .build();
        });
    }

    @Override
    public Uni<ListWebhooksResponse> listWebhooks(ListWebhooksRequest request) {
        return calls.runInTransaction(() -> {
            String readerId = readers.require(request.getReaderId()).id;
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "webhooks", readerId);
            Page<WebhookEntity> page = stored.page(pageRequest, readerId);
            return ListWebhooksResponse.newBuilder()
                    .addAllWebhooks(messages.toProto(page.items()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<UpdateWebhookResponse> updateWebhook(UpdateWebhookRequest request) {
        return calls.runInTransaction(() -> UpdateWebhookResponse.newBuilder()
                .setWebhook(messages.toProto(webhooks.set(
                        request.getReaderId(), request.getWebhookId(), WebhookMessages.state(request.getState()))))
                .build());
    }

    @Override
    public Uni<RotateWebhookSecretResponse> rotateWebhookSecret(RotateWebhookSecretRequest request) {
        return calls.runInTransaction(() -> {
            WebhookEntity webhook = webhooks.rotate(request.getReaderId(), request.getWebhookId());
            return RotateWebhookSecretResponse.newBuilder()
                    .setWebhook(messages.toProto(webhook))
                    .setSecret(webhook.secret)
                    .build();
        });
    }

    @Override
    public Uni<DeleteWebhookResponse> deleteWebhook(DeleteWebhookRequest request) {
        return calls.runInTransaction(() -> {
            webhooks.delete(request.getReaderId(), request.getWebhookId());
            return DeleteWebhookResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<ListDeliveriesResponse> listDeliveries(ListDeliveriesRequest request) {
        return deliveries.listDeliveries(request);
    }

    @Override
    public Uni<RetryDeliveryResponse> retryDelivery(RetryDeliveryRequest request) {
        return deliveries.retryDelivery(request);
    }

    @Override
    public Uni<LeaseDeliveriesResponse> leaseDeliveries(LeaseDeliveriesRequest request) {
        return deliveries.leaseDeliveries(request);
    }

    @Override
    public Uni<ReportDeliveryResponse> reportDelivery(ReportDeliveryRequest request) {
        return deliveries.reportDelivery(request);
    }
}
