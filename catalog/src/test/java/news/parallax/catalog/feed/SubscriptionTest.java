package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.feed.FeedCalls.get;
import static news.parallax.catalog.feed.FeedCalls.importFeed;
import static news.parallax.catalog.feed.FeedCalls.lease;
import static news.parallax.catalog.feed.FeedCalls.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ConfirmSubscriptionRequest;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.GetSubscriptionRequest;
import news.parallax.catalog.v1.LeaseSubscriptionsRequest;
import news.parallax.catalog.v1.NotifyFeedRequest;
import news.parallax.catalog.v1.Subscription;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SubscriptionTest {
    private static final String TOPIC = "https://feeds.example/topic";

    @BeforeEach
    void othersAreTaken() {
        importSources(source("feeds.example"));
        FeedCalls.takeOthers();
        while (!leaseSubscriptions().isEmpty()) {}
    }

    @Test
    void aHubIsAskedOnceAndConfirmsOnlyTheTopicThatWasAskedFor() {
        offered("https://feeds.example/hub/confirm", "https://hub.example/");
        List<Subscription> due = leaseSubscriptions();
        assertThat(due).hasSize(1);
        Subscription subscription = due.getFirst();
        assertThat(subscription.getId()).matches("[0-9a-f]{48}").isNotEqualTo(subscription.getSecret());
        assertThat(leaseSubscriptions()).isEmpty();

        assertNotFound(() -> confirm(subscription.getId(), "https://feeds.example/other", 3_600));
        assertNotFound(() -> confirm("00", TOPIC, 3_600));
        assertThat(subscription(subscription.getId()).getActive()).isFalse();
        confirm(subscription.getId(), TOPIC, 3_600);
        assertThat(subscription(subscription.getId()).getActive()).isTrue();
        long expire = subscription(subscription.getId()).getExpireTime().getSeconds();
        assertThat(expire).isGreaterThan(Instant.now().getEpochSecond() + 3_000);
        confirm(subscription.getId(), TOPIC, 360_000);
        assertThat(subscription(subscription.getId()).getExpireTime().getSeconds())
                .as("a replayed confirmation extends nothing")
                .isEqualTo(expire);
    }

    @Test
    void whatTheHubPushesMakesTheFeedDueSoonHoweverOftenItIsSaid() {
        String id = offered("https://feeds.example/hub/push", "https://hub.example/");
        Subscription subscription = leaseSubscriptions().getFirst();
        assertNotFound(() -> push(subscription.getId()));
        confirm(subscription.getId(), TOPIC, 3_600);
        long before = get(id).getDueTime().getSeconds();

        push(subscription.getId());
        long due = get(id).getDueTime().getSeconds();
        assertThat(due).isLessThan(before).isLessThanOrEqualTo(Instant.now().getEpochSecond() + 30);
        push(subscription.getId());
        assertThat(get(id).getDueTime().getSeconds()).as("a replay").isEqualTo(due);
    }

    @Test
    void aFeedThatOffersNoHubAnyMoreLosesItsSubscriptionAndAnotherHubGetsANewOne() {
        offered("https://feeds.example/hub/ends", "https://hub.example/");
        Subscription first = leaseSubscriptions().getFirst();
        offered("https://feeds.example/hub/ends", "https://other-hub.example/");
        Subscription second = leaseSubscriptions().getFirst();
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertNotFound(() -> subscription(first.getId()));
        offered("https://feeds.example/hub/ends", "");
        assertNotFound(() -> subscription(second.getId()));
    }

    @Test
    void aDeniedSubscriptionIsNotActive() {
        offered("https://feeds.example/hub/denied", "https://hub.example/");
        Subscription subscription = leaseSubscriptions().getFirst();
        confirm(subscription.getId(), TOPIC, 3_600);
        feeds().confirmSubscription(ConfirmSubscriptionRequest.newBuilder()
                .setSubscriptionId(subscription.getId())
                .setTopicUrl(TOPIC)
                .setDenied(true)
                .build());
        assertThat(subscription(subscription.getId()).getActive()).isFalse();
        assertNotFound(() -> push(subscription.getId()));
    }

    /** Fetches a feed that offers a hub; returns its id. */
    private static String offered(String url, String hub) {
        String id = importFeed(url);
        List<FeedLease> leases = lease(1, 60);
        if (leases.isEmpty()) { // fetched before, and not due: an operator imports it anew
            throw new AssertionError("not due: " + url);
        }
        var succeeded = FetchSucceeded.newBuilder().setHubUrl(hub).setTopicUrl(hub.isEmpty() ? "" : TOPIC);
        var report = report(leases.getFirst()).setSucceeded(succeeded);
        if (url.endsWith("ends")) {
            report.setDueTime(news.parallax.catalog.Samples.timestamp(news.parallax.catalog.Samples.NOON));
        }
        feeds().reportFetch(report.build());
        return id;
    }

    private static List<Subscription> leaseSubscriptions() {
        return feeds().leaseSubscriptions(LeaseSubscriptionsRequest.newBuilder()
                        .setMaxSubscriptions(100)
                        .build())
                .getSubscriptionsList();
    }

    private static void confirm(String id, String topic, int seconds) {
        feeds().confirmSubscription(ConfirmSubscriptionRequest.newBuilder()
                .setSubscriptionId(id)
                .setTopicUrl(topic)
                .setLease(Duration.newBuilder().setSeconds(seconds))
                .build());
    }

    private static void push(String id) {
        feeds().notifyFeed(NotifyFeedRequest.newBuilder().setSubscriptionId(id).build());
    }

    private static Subscription subscription(String id) {
        return feeds().getSubscription(GetSubscriptionRequest.newBuilder()
                        .setSubscriptionId(id)
                        .build())
                .getSubscription();
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThat(refusal(Code.NOT_FOUND, call).getReason()).isEqualTo("SUBSCRIPTION_NOT_FOUND");
    }
}
