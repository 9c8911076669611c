package news.parallax.catalog.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ConfirmSubscriptionRequest;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.LeaseSubscriptionsRequest;
import news.parallax.catalog.v1.LeaseSubscriptionsResponse;
import news.parallax.catalog.v1.Subscription;

/** Subscriptions on the wire. */
final class SubscriptionMessages {
    private static final int LEASED_MAX = 100;
    private static final long LEASE_SECONDS_MAX = Duration.ofDays(365).toSeconds();

    private SubscriptionMessages() {}

    static int limit(LeaseSubscriptionsRequest request) {
        int max = request.getMaxSubscriptions();
        FeedMessages.check(
                max >= 1 && max <= LEASED_MAX, "LEASE_SIZE_INVALID", "max_subscriptions", String.valueOf(max));
        return max;
    }

    static Duration lease(ConfirmSubscriptionRequest request) {
        return Duration.ofSeconds(Math.clamp(request.getLease().getSeconds(), 0, LEASE_SECONDS_MAX));
    }

    /** Ids are ours, so one that has other characters is none. */
    static String id(String id) {
        return id.matches("[0-9a-f]{1,64}") ? id : "";
    }

    /** Refused if one of the addresses is none. */
    static Optional<Hub> hub(FetchSucceeded message) {
        if (message.getHubUrl().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Hub(new FeedUrl(message.getHubUrl()).url(), new FeedUrl(message.getTopicUrl()).url()));
    }

    static LeaseSubscriptionsResponse toProto(List<SubscriptionEntity> rows) {
        return LeaseSubscriptionsResponse.newBuilder()
                .addAllSubscriptions(
                        rows.stream().map(SubscriptionMessages::toProto).toList())
                .build();
    }

    static Subscription toProto(SubscriptionEntity row) {
        Subscription.Builder message = Subscription.newBuilder()
                .setId(row.id)
                .setFeedId(row.feedId)
                .setHubUrl(row.hubUrl)
                .setTopicUrl(row.topicUrl)
                .setSecret(row.secret)
                .setActive(row.active);
        Optional.ofNullable(row.expireTime).map(TimeMessages::toProto).ifPresent(message::setExpireTime);
        return message.build();
    }
}
