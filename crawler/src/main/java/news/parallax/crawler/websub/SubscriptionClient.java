package news.parallax.crawler.websub;

import com.google.protobuf.Duration;
import io.grpc.Channel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.parallax.catalog.v1.ConfirmSubscriptionRequest;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.GetSubscriptionRequest;
import news.parallax.catalog.v1.LeaseSubscriptionsRequest;
import news.parallax.catalog.v1.NotifyFeedRequest;
import news.parallax.catalog.v1.Subscription;
import news.parallax.crawler.CrawlerConfig;

/** Calls the catalog about subscriptions. */
@Singleton
class SubscriptionClient {

    private static final int AT_ONCE = 20;

    private final FeedServiceBlockingStub stub;
    private final CrawlerConfig config;

    SubscriptionClient(@GrpcClient("catalog") Channel channel, CrawlerConfig config) {
        this.stub = FeedServiceGrpc.newBlockingStub(channel);
        this.config = config;
    }

    /** What a hub is asked for. */
    record Wanted(String id, String feedId, String hubUrl, String topicUrl, String secret) {}

    /** Returns the subscriptions for which hubs are to be asked now. */
    List<Wanted> due() {
        return stub()
                .leaseSubscriptions(LeaseSubscriptionsRequest.newBuilder()
                        .setMaxSubscriptions(AT_ONCE)
                        .build())
                .getSubscriptionsList()
                .stream()
                .map(some -> new Wanted(
                        some.getId(), some.getFeedId(), some.getHubUrl(), some.getTopicUrl(), some.getSecret()))
                .toList();
    }

    /** Returns whether the hub was asked for that, and the catalog took note. */
    boolean confirm(String id, String topic, long leaseSeconds, boolean denied) {
        return known(() -> stub().confirmSubscription(ConfirmSubscriptionRequest.newBuilder()
                        .setSubscriptionId(id)
                        .setTopicUrl(topic)
                        .setLease(Duration.newBuilder().setSeconds(leaseSeconds))
                        .setDenied(denied)
                        .build()))
                .isPresent();
    }

    /** Returns the secret of an active subscription. */
    Optional<String> secret(String id) {
        return known(() -> stub().getSubscription(GetSubscriptionRequest.newBuilder()
                                .setSubscriptionId(id)
                                .build())
                        .getSubscription())
                .filter(Subscription::getActive)
                .map(Subscription::getSecret);
    }

    /** Returns whether there is such a subscription, whose feed is due now. */
    boolean notifyFeed(String id) {
        return known(() -> stub().notifyFeed(NotifyFeedRequest.newBuilder()
                        .setSubscriptionId(id)
                        .build()))
                .isPresent();
    }

    private static <T> Optional<T> known(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private FeedServiceBlockingStub stub() {
        return stub.withDeadlineAfter(config.catalogTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
