package news.parallax.catalog.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.reader.ReaderMessages;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Delivery;
import news.parallax.catalog.v1.DeliveryFailed;
import news.parallax.catalog.v1.DeliveryLease;
import news.parallax.catalog.v1.DeliveryState;
import news.parallax.catalog.v1.LeaseDeliveriesRequest;
import news.parallax.catalog.v1.ReportDeliveryRequest;
import news.parallax.catalog.webhook.Deliveries.Outcome;

/** Messages to webhooks on the wire. */
final class DeliveryMessages {
    private static final int LEASES_DEFAULT = 50;
    private static final int LEASES_MAX = 200;
    private static final int WEBHOOK_LEASES_DEFAULT = 10;
    private static final Duration LEASE_MIN = Duration.ofSeconds(1);
    private static final Duration LEASE_MAX = Duration.ofHours(1);
    private static final int ERROR_LIMIT = 500;
    private static final int STATUS_MAX = 999;

    private DeliveryMessages() {}

    static Delivery toProto(DeliveryEntity row) {
        var message = Delivery.newBuilder()
                .setId(row.id)
                .setWebhookId(row.webhook.id)
                .setEventId(row.eventId)
                .setStoryId(row.storyId)
                .addAllAspects(
                        row.aspects.stream().map(WebhookMessages::toProto).toList())
                .setChangeTime(TimeMessages.toProto(row.changeTime))
                .setCreateTime(TimeMessages.toProto(row.createTime))
                .setState(toProto(row.state))
                .setAttemptCount(row.attemptCount)
                .setHttpStatus(row.httpStatus)
                .setError(row.error);
        Optional.ofNullable(row.mergedIntoStoryId).ifPresent(message::setMergedIntoStoryId);
        Optional.ofNullable(row.endTime)
                .map(TimeMessages::toProto)
                .ifPresentOrElse(message::setEndTime, () -> message.setDueTime(TimeMessages.toProto(row.dueTime)));
        return message.build();
    }

    static DeliveryState toProto(DeliveryEntity.State state) {
        return DeliveryState.valueOf("DELIVERY_STATE_" + state);
    }

    static DeliveryLease toLease(DeliveryEntity row) {
        return DeliveryLease.newBuilder()
                .setLeaseId(Optional.ofNullable(row.leaseId).orElseThrow())
                .setDelivery(toProto(row))
                .setUrl(row.webhook.url)
                .setSecret(row.webhook.secret)
                .setReader(ReaderMessages.toProto(row.webhook.reader))
                .setFilter(WebhookMessages.toProto(row.webhook.filter()))
                .build();
    }

    static Optional<DeliveryEntity.State> state(DeliveryState state) {
        return switch (state) {
            case DELIVERY_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            case DELIVERY_STATE_WAITING -> Optional.of(DeliveryEntity.State.WAITING);
            case DELIVERY_STATE_DELIVERED -> Optional.of(DeliveryEntity.State.DELIVERED);
            case DELIVERY_STATE_DEAD -> Optional.of(DeliveryEntity.State.DEAD);
        };
    }

    static int limit(LeaseDeliveriesRequest request) {
        return limit("limit", request.getLimit(), LEASES_DEFAULT, LEASES_MAX);
    }

    static int webhookLimit(LeaseDeliveriesRequest request) {
        return limit("webhook_limit", request.getWebhookLimit(), WEBHOOK_LEASES_DEFAULT, limit(request));
    }

    private static int limit(String field, int wanted, int usual, int maximum) {
        if (wanted < 0) {
            throw invalid("LIMIT_INVALID", field, String.valueOf(wanted));
        }
        return Math.min(wanted == 0 ? usual : wanted, maximum);
    }

    static Duration leaseDuration(LeaseDeliveriesRequest request) {
        long seconds = request.getLeaseDuration().getSeconds();
        boolean valid = seconds >= LEASE_MIN.toSeconds() && seconds <= LEASE_MAX.toSeconds();
        if (!valid) {
            throw invalid("LEASE_DURATION_INVALID", "lease_duration", seconds + "s");
        }
        return Duration.ofSeconds(seconds);
    }

    static Outcome toOutcome(ReportDeliveryRequest request) {
        return switch (request.getOutcomeCase()) {
            case SUCCEEDED ->
                new Outcome.Succeeded(status(request.getSucceeded().getHttpStatus()));
            case FAILED -> toFailed(request.getFailed());
            case WITHHELD -> new Outcome.Withheld();
            case OUTCOME_NOT_SET -> throw new Invalid("OUTCOME_REQUIRED", "There is no outcome", Map.of());
        };
    }

    private static Outcome toFailed(DeliveryFailed failed) {
        String error = failed.getError().replaceAll("\\p{Cntrl}", " ");
        return new Outcome.Failed(
                status(failed.getHttpStatus()),
                error.length() <= ERROR_LIMIT ? error : error.substring(0, ERROR_LIMIT),
                failed.hasRetryTime() ? Optional.of(TimeMessages.toInstant(failed.getRetryTime())) : Optional.empty());
    }

    private static int status(int status) {
        if (status < 0 || status > STATUS_MAX) {
            throw invalid("HTTP_STATUS_INVALID", "http_status", String.valueOf(status));
        }
        return status;
    }

    private static Invalid invalid(String reason, String field, String value) {
        return new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }
}
