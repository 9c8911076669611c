package news.parallax.catalog.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.Rhythm;
import news.parallax.catalog.reader.Secrets;
import news.parallax.catalog.webhook.DeliveryEntity.State;
import news.parallax.catalog.webhook.DeliveryRepository.Wanted;
import news.parallax.catalog.webhook.WebhookEntity.PauseReason;
import org.jboss.logging.Logger;

/**
 * Hands out messages to send, and draws the consequences of how that went. To be called in a transaction. Who changes both a
 * webhook and its messages locks the webhook first.
 */
@Singleton
class Deliveries {
    private static final Logger LOG = Logger.getLogger(Deliveries.class);
    private static final int GONE = 410;

    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final Sight sight;
    private final Secrets secrets;
    private final Rhythm rhythm;
    private final CatalogConfig.Webhook config;
    private final RetrySchedule schedule;
    private final InstantSource clock;

    Deliveries(
            DeliveryRepository deliveries,
            WebhookRepository webhooks,
            Sight sight,
            Secrets secrets,
            Rhythm rhythm,
            CatalogConfig config,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.sight = sight;
        this.secrets = secrets;
        this.rhythm = rhythm;
        this.config = config.webhook();
        this.schedule = new RetrySchedule(this.config);
        this.clock = clock;
    }

    /** How sending went. */
    sealed interface Outcome {
        /** It was taken. */
        record Succeeded(int httpStatus) implements Outcome {}

        /** It was not. */
        record Failed(int httpStatus, String error, Optional<Instant> asked) implements Outcome {}

        /** It is not to be sent. */
        record Withheld() implements Outcome {}
    }

    void onStart(@Observes StartupEvent start) {
        rhythm.keep(Job.DELIVERY_SWEEP, this::sweep);
    }

    /** Leases what is due. What its reader has muted since it was made goes instead. */
    List<DeliveryEntity> lease(int limit, int webhookLimit, Duration duration) {
        Instant now = now();
        var wanted = new Wanted(limit, webhookLimit, config.attemptsMax());
        List<DeliveryEntity> leased = new ArrayList<>(deliveries.lease(wanted, secrets.id(), now, now.plus(duration)));
        Map<String, Set<String>> hidden = new HashMap<>();
        leased.stream()
                .collect(Collectors.groupingBy(
                        delivery -> delivery.webhook.reader.id,
                        Collectors.mapping(delivery -> delivery.storyId, Collectors.toSet())))
                .forEach((reader, stories) -> hidden.put(reader, sight.hidden(reader, stories)));
        leased.removeIf(delivery -> {
            boolean muted =
                    hidden.getOrDefault(delivery.webhook.reader.id, Set.of()).contains(delivery.storyId);
            if (muted) {
                deliveries.delete(delivery);
            }
            return muted;
        });
        return leased;
    }

    /** Returns how the message stands now, empty if it is gone; LEASE_LOST if it is not the caller's any more. */
    Optional<State> report(String deliveryId, String leaseId, Outcome outcome) {
        WebhookEntity webhook = deliveries
                .webhookOf(deliveryId)
                .flatMap(webhooks::findLocked)
                .orElseThrow(() -> lost(deliveryId, leaseId));
        DeliveryEntity delivery = deliveries
                .findLocked(deliveryId)
                .filter(found -> found.state == State.WAITING && leaseId.equals(found.leaseId))
                .orElseThrow(() -> lost(deliveryId, leaseId));
        delivery.leaseId = null;
        switch (outcome) {
            case Outcome.Succeeded(int httpStatus) -> succeeded(delivery, webhook, httpStatus);
            case Outcome.Failed failed -> failed(delivery, webhook, failed);
            case Outcome.Withheld _ -> deliveries.delete(delivery);
        }
        return outcome instanceof Outcome.Withheld ? Optional.empty() : Optional.of(delivery.state);
    }

    private void succeeded(DeliveryEntity delivery, WebhookEntity webhook, int httpStatus) {
        Instant now = now();
        delivery.end(State.DELIVERED, now);
        delivery.httpStatus = httpStatus;
        delivery.error = "";
        webhook.lastDeliveryTime = now;
        webhook.failingSinceTime = null;
        webhook.lastError = "";
    }

    private void failed(DeliveryEntity delivery, WebhookEntity webhook, Outcome.Failed failure) {
        Instant now = now();
        delivery.httpStatus = failure.httpStatus();
        delivery.error = failure.error();
        webhook.lastError = failure.error();
        Instant since = Optional.ofNullable(webhook.failingSinceTime).orElse(now);
        webhook.failingSinceTime = since;
        if (delivery.attemptCount >= config.attemptsMax()) {
            delivery.end(State.DEAD, now);
        } else {
            double chance = ThreadLocalRandom.current().nextDouble();
            delivery.dueTime = schedule.after(now, delivery.attemptCount, chance, failure.asked())
                    .truncatedTo(ChronoUnit.MICROS);
        }
        if (failure.httpStatus() == GONE) {
            pause(webhook, PauseReason.GONE);
        } else if (since.isBefore(now.minus(config.failingLimit()))) {
            pause(webhook, PauseReason.FAILING);
        }
    }

    private static void pause(WebhookEntity webhook, PauseReason reason) {
        webhook.pause(reason);
        LOG.infof("webhook paused webhook=%s reason=%s", webhook.id, reason);
    }

    /** Has a message sent again; one that is being sent stays as it is. */
    DeliveryEntity retry(String readerId, String deliveryId) {
        DeliveryEntity delivery = deliveries
                .webhookOf(deliveryId)
                .flatMap(webhooks::findLocked)
                .filter(webhook -> webhook.reader.id.equals(readerId))
                .flatMap(_ -> deliveries.findLocked(deliveryId))
                .orElseThrow(() -> new NotFound(
                        "DELIVERY_NOT_FOUND",
                        "Reader %s has no message %s".formatted(readerId, deliveryId),
                        Map.of("reader_id", readerId, "delivery_id", deliveryId)));
        Instant now = now();
        if (!delivery.leased(now)) {
            delivery.state = State.WAITING;
            delivery.attemptCount = 0;
            delivery.dueTime = now;
            delivery.leaseId = null;
            delivery.endTime = null;
        }
        return delivery;
    }

    long sweep() {
        Instant now = now();
        Instant before = now.minus(config.retention());
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        deliveries.giveUp(before, config.attemptsMax(), now) + deliveries.deleteEndedBefore(before));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Lost lost(String deliveryId, String leaseId) {
        return new Lost(
                "LEASE_LOST",
                "Message %s is not leased as %s any more".formatted(deliveryId, leaseId),
                Map.of("delivery_id", deliveryId, "lease_id", leaseId));
    }
}
