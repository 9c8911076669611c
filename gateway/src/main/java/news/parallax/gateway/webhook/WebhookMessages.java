package news.parallax.gateway.webhook;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.Delivery;
import news.parallax.catalog.v1.DeliveryFailed;
import news.parallax.catalog.v1.DeliveryLease;
import news.parallax.catalog.v1.DeliveryState;
import news.parallax.catalog.v1.DeliverySucceeded;
import news.parallax.catalog.v1.DeliveryWithheld;
import news.parallax.catalog.v1.LeaseDeliveriesRequest;
import news.parallax.catalog.v1.ListDeliveriesResponse;
import news.parallax.catalog.v1.ListWebhooksResponse;
import news.parallax.catalog.v1.ReportDeliveryRequest;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.Webhook;
import news.parallax.catalog.v1.WebhookFilter;
import news.parallax.catalog.v1.WebhookPauseReason;
import news.parallax.catalog.v1.WebhookState;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderMessages;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.error.Parameters;
import org.jspecify.annotations.Nullable;

/** Webhooks and messages of the catalog as views, and back. */
@Singleton
class WebhookMessages {
    private static final String ASPECT_PREFIX = "STORY_ASPECT_";
    private static final Map<String, StoryAspect> ASPECTS = Stream.of(StoryAspect.values())
            .filter(aspect -> aspect != StoryAspect.STORY_ASPECT_UNSPECIFIED && aspect != StoryAspect.UNRECOGNIZED)
            .collect(Collectors.toMap(aspect -> word(aspect, ASPECT_PREFIX), Function.identity()));

    private final ReaderMessages readers;

    WebhookMessages(ReaderMessages readers) {
        this.readers = readers;
    }

    static CreateWebhookRequest toRequest(String readerId, WebhookBody body) {
        return CreateWebhookRequest.newBuilder()
                .setReaderId(readerId)
                .setUrl(Objects.requireNonNullElse(body.url(), ""))
                .setName(Objects.requireNonNullElse(body.name(), ""))
                .setFilter(toFilter(body.wanted()))
                .build();
    }

    private static WebhookFilter toFilter(WebhookFilterView filter) {
        return WebhookFilter.newBuilder()
                .addAllAspects(filter.aspects().stream()
                        .map(aspect -> Parameters.choice(
                                "filter.aspects", aspect, StoryAspect.STORY_ASPECT_UNSPECIFIED, ASPECTS))
                        .toList())
                .setGapOnly(filter.gapOnly())
                .addAllSourceIds(filter.sources())
                .addAllSubjectIds(filter.subjects())
                .addAllCountries(filter.countries())
                .addAllLanguages(filter.languages())
                .setMinSources(filter.minSources())
                .build();
    }

    static WebhookState toState(boolean active) {
        return active ? WebhookState.WEBHOOK_STATE_ACTIVE : WebhookState.WEBHOOK_STATE_PAUSED;
    }

    static WebhookView toView(Webhook webhook) {
        return new WebhookView(
                webhook.getId(),
                webhook.getUrl(),
                webhook.getName(),
                toView(webhook.getFilter()),
                word(webhook.getState(), "WEBHOOK_STATE_"),
                webhook.getPauseReason() == WebhookPauseReason.WEBHOOK_PAUSE_REASON_UNSPECIFIED
                        ? null
                        : word(webhook.getPauseReason(), "WEBHOOK_PAUSE_REASON_"),
                Times.of(webhook.getCreateTime()),
                Times.of(webhook.getSecretTime()),
                Times.orNull(webhook.getLastDeliveryTime()),
                Times.orNull(webhook.getFailingSinceTime()),
                orNull(webhook.getLastError()),
                webhook.getWaitingCount());
    }

    private static WebhookFilterView toView(WebhookFilter filter) {
        return new WebhookFilterView(
                aspects(filter.getAspectsList()),
                filter.getGapOnly(),
                filter.getSourceIdsList(),
                filter.getSubjectIdsList(),
                filter.getCountriesList(),
                filter.getLanguagesList(),
                filter.getMinSources());
    }

    static WebhookListView toWebhooks(ListWebhooksResponse found) {
        return new WebhookListView(
                found.getWebhooksList().stream().map(WebhookMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
    }

    static DeliveryView toView(Delivery delivery) {
        return new DeliveryView(
                delivery.getId(),
                delivery.getWebhookId(),
                delivery.getEventId(),
                delivery.getStoryId(),
                aspects(delivery.getAspectsList()),
                word(delivery.getState(), "DELIVERY_STATE_"),
                delivery.getAttemptCount(),
                Times.of(delivery.getCreateTime()),
                Times.orNull(delivery.getDueTime()),
                Times.orNull(delivery.getEndTime()),
                delivery.getHttpStatus() == 0 ? null : delivery.getHttpStatus(),
                orNull(delivery.getError()));
    }

    static DeliveryListView toDeliveries(ListDeliveriesResponse found) {
        return new DeliveryListView(
                found.getDeliveriesList().stream().map(WebhookMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
    }

    static DeliveryState toState(DeliveryFilter filter) {
        return switch (filter) {
            case ALL -> DeliveryState.DELIVERY_STATE_UNSPECIFIED;
            case WAITING -> DeliveryState.DELIVERY_STATE_WAITING;
            case DELIVERED -> DeliveryState.DELIVERY_STATE_DELIVERED;
            case DEAD -> DeliveryState.DELIVERY_STATE_DEAD;
        };
    }

    static LeaseDeliveriesRequest toLease(int limit, Duration duration) {
        return LeaseDeliveriesRequest.newBuilder()
                .setLimit(limit)
                .setLeaseDuration(com.google.protobuf.Duration.newBuilder().setSeconds(duration.toSeconds()))
                .build();
    }

    Letter toLetter(DeliveryLease lease) {
        Delivery delivery = lease.getDelivery();
        return new Letter(
                delivery.getId(),
                lease.getLeaseId(),
                URI.create(lease.getUrl()),
                lease.getSecret(),
                readers.toView(lease.getReader()),
                new News(
                        delivery.getEventId(),
                        delivery.getStoryId(),
                        aspects(delivery.getAspectsList()),
                        orNull(delivery.getMergedIntoStoryId()),
                        Times.of(delivery.getChangeTime())),
                lease.getFilter().getGapOnly() ? List.of(Capability.BIAS) : List.of());
    }

    static ReportDeliveryRequest toReport(Letter letter, Answer answer) {
        var report = report(letter);
        switch (answer) {
            case Answer.Taken(int status) ->
                report.setSucceeded(DeliverySucceeded.newBuilder().setHttpStatus(status));
            case Answer.Refused refused -> {
                var failed = DeliveryFailed.newBuilder()
                        .setHttpStatus(refused.status())
                        .setError(refused.error());
                refused.again().map(Times::toProto).ifPresent(failed::setRetryTime);
                report.setFailed(failed);
            }
        }
        return report.build();
    }

    static ReportDeliveryRequest toWithheld(Letter letter) {
        return report(letter).setWithheld(DeliveryWithheld.getDefaultInstance()).build();
    }

    private static ReportDeliveryRequest.Builder report(Letter letter) {
        return ReportDeliveryRequest.newBuilder().setDeliveryId(letter.id()).setLeaseId(letter.leaseId());
    }

    private static List<String> aspects(List<StoryAspect> aspects) {
        return aspects.stream().map(aspect -> word(aspect, ASPECT_PREFIX)).toList();
    }

    private static String word(Enum<?> value, String prefix) {
        return value.name().substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String orNull(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty()).orElse(null);
    }
}
