package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.NotFound;
import org.jboss.logging.Logger;

/**
 * Which hubs are asked for news of which feeds (WebSub), and what they answer. A feed with a subscription is still fetched by
 * its rhythm: a hub that falls silent costs time, and loses nothing.
 */
@Singleton
public class Subscriptions {
    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final int KEY_BYTES = 24;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 10;
    private static final Duration DENIED_PAUSE = Duration.ofDays(7);
    private static final Duration LEASE_MAX = Duration.ofDays(90);
    private static final Duration LEASE_UNKNOWN = Duration.ofDays(1);

    private final SubscriptionRepository subscriptions;
    private final FeedRepository feeds;
    private final Duration pushMinimum;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(
            SubscriptionRepository subscriptions, FeedRepository feeds, CatalogConfig config, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.pushMinimum = config.feeds().pushMinimum();
        this.clock = clock;
    }

    /** A feed was fetched and offers a hub, or none; to be called with the feed's row locked. */
    void offered(FeedEntity feed, Optional<Hub> hub, Instant now) {
        Optional<SubscriptionEntity> known = subscriptions.ofFeed(feed.id);
        if (known.isPresent() && hub.filter(same -> isOf(known.get(), same)).isPresent()) {
            return;
        }
        known.ifPresent(subscription -> {
            subscriptions.delete(subscription);
            subscriptions.flush(); // before another one of the feed is added
        });
        hub.ifPresent(offer -> add(feed, offer, now));
    }

    /** Has a feed of which something new was told meanwhile come back soon. */
    void fetched(FeedEntity feed, Instant now) {
        subscriptions
                .ofFeed(feed.id)
                .filter(subscription -> subscription.pushed)
                .ifPresent(subscription -> {
                    subscription.pushed = false;
                    feed.dueTime = earlier(feed.dueTime, now.plus(pushMinimum));
                });
    }

    /** Returns those for which a hub is to be asked; what it does not confirm comes again, later each time. */
    @Transactional
    List<SubscriptionEntity> lease(int limit) {
        Instant now = now();
        List<SubscriptionEntity> due = subscriptions.lockDue(now, limit);
        for (SubscriptionEntity subscription : due) {
            subscription.dueTime =
                    now.plus(FIRST_RETRY.multipliedBy(1L << Math.min(subscription.askCount, DOUBLINGS_MAX)));
            subscription.askCount++;
            subscription.askTime = now;
        }
        return due;
    }

    /** The hub confirms; said again for one question, it changes nothing. */
    @Transactional
    void confirm(String id, String topic, Duration lease) {
        SubscriptionEntity subscription = asked(id, topic);
        if (subscription.askCount == 0) {
            return;
        }
        Duration bounded = lease.isZero() ? LEASE_UNKNOWN : lease.compareTo(LEASE_MAX) > 0 ? LEASE_MAX : lease;
        Instant now = now();
        subscription.active = true;
        subscription.askCount = 0;
        subscription.expireTime = now.plus(bounded);
        subscription.dueTime = now.plus(bounded.multipliedBy(9).dividedBy(10)); // renewed before it ends
        LOG.infof(
                "subscription confirmed feed=%s hub=%s until=%s",
                subscription.feedId, subscription.hubUrl, subscription.expireTime);
    }

    /** The hub refuses, or ends it. */
    @Transactional
    void deny(String id, String topic) {
        SubscriptionEntity subscription = asked(id, topic);
        subscription.active = false;
        subscription.askCount = 0;
        subscription.dueTime = now().plus(DENIED_PAUSE);
        LOG.infof("subscription denied feed=%s hub=%s", subscription.feedId, subscription.hubUrl);
    }

    SubscriptionEntity require(String id) {
        return Optional.ofNullable(subscriptions.findById(id)).orElseThrow(() -> notFound(id));
    }

    /** Makes the feed due, but not sooner after its last fetch than allowed. */
    @Transactional
    void notifyFeed(String id) {
        String feedId = require(id).feedId;
        FeedEntity feed = feeds.lock(feedId).orElseThrow(() -> notFound(id)); // first, as reports do
        SubscriptionEntity subscription =
                subscriptions.lock(id).filter(some -> some.active).orElseThrow(() -> notFound(id));
        Instant now = now();
        subscription.pushed = feed.leaseToken != null;
        Instant soonest = feed.successTime == null ? now : later(now, feed.successTime.plus(pushMinimum));
        feed.dueTime = earlier(feed.dueTime, soonest);
        LOG.infof("feed pushed feed=%s due=%s", feed.id, feed.dueTime);
    }

    private SubscriptionEntity asked(String id, String topic) {
        return subscriptions
                .lock(id)
                .filter(some -> some.topicUrl.equals(topic) && some.askTime != null)
                .orElseThrow(() -> notFound(id));
    }

    private void add(FeedEntity feed, Hub hub, Instant now) {
        SubscriptionEntity subscription = new SubscriptionEntity();
        subscription.id = key();
        subscription.feedId = feed.id;
        subscription.hubUrl = hub.url();
        subscription.topicUrl = hub.topic();
        subscription.secret = key();
        subscription.dueTime = now;
        subscriptions.persist(subscription);
    }

    private String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean isOf(SubscriptionEntity subscription, Hub hub) {
        return subscription.hubUrl.equals(hub.url()) && subscription.topicUrl.equals(hub.topic());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static NotFound notFound(String id) {
        return new NotFound(
                "SUBSCRIPTION_NOT_FOUND",
                "There is no such subscription",
                Map.of("subscription_id", id.replace("\0", "")));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
