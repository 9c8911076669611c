package news.parallax.catalog.webhook;

import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.webhooks;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.CreateMuteRequest;
import news.parallax.catalog.v1.Delivery;
import news.parallax.catalog.v1.DeliveryLease;
import news.parallax.catalog.v1.DeliveryState;
import news.parallax.catalog.v1.DeliveryWithheld;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.Target;
import news.parallax.catalog.v1.Webhook;
import news.parallax.catalog.v1.WebhookFilter;
import news.parallax.catalog.v1.WebhookPauseReason;
import news.parallax.catalog.v1.WebhookState;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class DeliveriesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DataSource database;

    @Inject
    DeliveryMaker maker;

    @Inject
    Deliveries swept;

    @Test
    void eachChangeIsToldOnceToWhomItConcerns() throws Exception {
        SomeWebhook told = of("told", "told.example");
        SomeWebhook other = of("other", "other-told.example");
        change("told.example", 1);
        change("told.example", 2);

        await(() -> told.deliveries().size() >= 2);
        // further runs find nothing more
        makeAtOnce(4);

        assertThat(told.deliveries()).hasSize(2).allSatisfy(delivery -> {
            assertThat(delivery.getState()).isEqualTo(DeliveryState.DELIVERY_STATE_WAITING);
            assertThat(delivery.getAspectsList()).contains(StoryAspect.STORY_ASPECT_ARTICLES);
            assertThat(delivery.getId()).matches("[0-9a-f]{20}");
        });
        assertThat(told.deliveries()).extracting(Delivery::getEventId).doesNotHaveDuplicates();
        assertThat(other.deliveries()).isEmpty();
    }

    @Test
    void manyWhoMakeMessagesAtOnceMakeEachOnce() throws Exception {
        SomeWebhook first = of("raced-first", "raced.example");
        SomeWebhook second = of("raced-second", "raced.example");
        for (int number = 0; number < 12; number++) {
            change("raced.example", number);
            makeAtOnce(4);
        }
        await(() -> first.deliveries().size() >= 12 && second.deliveries().size() >= 12);

        Set<String> events = new HashSet<>();
        first.deliveries().forEach(delivery -> events.add(delivery.getEventId()));
        assertThat(events).hasSize(12);
        assertThat(first.deliveries()).hasSize(12);
        assertThat(second.deliveries())
                .hasSize(12)
                .allSatisfy(delivery -> assertThat(events).contains(delivery.getEventId()));
    }

    @Test
    void twoWhoLeaseAtOnceAreGivenNoMessageTwice() throws Exception {
        SomeWebhook webhook = of("leased", "leased.example");
        for (int number = 0; number < 20; number++) {
            change("leased.example", number);
        }
        await(() -> webhook.deliveries().size() == 20);

        List<String> given = new ArrayList<>();
        for (List<DeliveryLease> leases : atOnce(6, () -> SomeWebhook.leaseAll(60))) {
            leases.stream()
                    .filter(lease -> lease.getDelivery().getWebhookId().equals(webhook.id()))
                    .forEach(lease -> given.add(lease.getDelivery().getId()));
        }
        webhook.lease().forEach(lease -> given.add(lease.getDelivery().getId()));

        assertThat(given).hasSize(20).doesNotHaveDuplicates();
        assertThat(webhook.lease()).isEmpty();
    }

    @Test
    void aLeaseTellsAllThatItTakesToSendAndAReportEndsIt() throws Exception {
        SomeWebhook webhook = of("taken", "taken.example");
        change("taken.example", 1);
        await(() -> !webhook.deliveries().isEmpty());

        DeliveryLease lease = webhook.lease().getFirst();

        assertThat(lease.getUrl()).isEqualTo("https://hooks.example/taken");
        assertThat(lease.getSecret()).startsWith("whsec_");
        assertThat(lease.getReader().getId()).isEqualTo("taken");
        assertThat(lease.getDelivery().getAttemptCount()).isEqualTo(1);
        assertThat(lease.getDelivery().getStoryId()).isEqualTo(storyId("taken.example 1"));
        assertThat(SomeWebhook.succeeded(lease).getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DELIVERED);
        assertThat(webhook.deliveries())
                .singleElement()
                .returns(204, Delivery::getHttpStatus)
                .returns(true, Delivery::hasEndTime)
                .returns(false, Delivery::hasDueTime);
        assertThat(webhook.get().hasLastDeliveryTime()).isTrue();
        assertThat(webhook.get().getWaitingCount()).isZero();
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> SomeWebhook.failed(lease, 500))
                        .getReason())
                .isEqualTo("LEASE_LOST");
        assertThat(webhook.deliveries().getFirst().getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DELIVERED);
    }

    @Test
    void aLeaseThatEndsGivesTheMessageToAnother() throws Exception {
        SomeWebhook webhook = of("lost", "lost.example");
        change("lost.example", 1);
        await(() -> !webhook.deliveries().isEmpty());
        DeliveryLease lost = webhook.lease().getFirst();
        makeDue(webhook);

        DeliveryLease taken = webhook.lease().getFirst();

        assertThat(taken.getDelivery().getId()).isEqualTo(lost.getDelivery().getId());
        assertThat(taken.getDelivery().getAttemptCount()).isEqualTo(2);
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> SomeWebhook.succeeded(lost))
                        .getReason())
                .isEqualTo("LEASE_LOST");
        assertThat(SomeWebhook.succeeded(taken).getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DELIVERED);
    }

    @Test
    void whatFailsIsTriedAgainAndIsDeadInTheEndUntilItsReaderWantsItAgain() throws Exception {
        SomeWebhook webhook = of("fails", "fails.example");
        change("fails.example", 1);
        await(() -> !webhook.deliveries().isEmpty());
        String id = webhook.deliveries().getFirst().getId();

        for (int attempt = 1; attempt <= 3; attempt++) {
            DeliveryLease lease = webhook.lease().getFirst();
            assertThat(lease.getDelivery().getAttemptCount()).isEqualTo(attempt);
            SomeWebhook.failed(lease, 503);
            assertThat(webhook.lease()).as("not due yet").isEmpty();
            makeDue(webhook);
        }

        assertThat(webhook.delivery(id).getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DEAD);
        assertThat(webhook.delivery(id).getHttpStatus()).isEqualTo(503);
        assertThat(webhook.delivery(id).getError()).isEqualTo("The receiver answered 503.");
        assertThat(webhook.lease()).isEmpty();
        assertThat(webhook.get().getLastError()).isEqualTo("The receiver answered 503.");
        assertThat(webhook.get().hasFailingSinceTime()).isTrue();
        assertThat(webhook.deliveries(DeliveryState.DELIVERY_STATE_DEAD)).hasSize(1);

        assertThat(webhook.retry(id).getAttemptCount()).isZero();
        DeliveryLease again = webhook.lease().getFirst();
        assertThat(webhook.retry(id).getAttemptCount())
                .as("one that is being sent stays")
                .isEqualTo(1);
        SomeWebhook.succeeded(again);
        assertThat(webhook.get().hasFailingSinceTime()).isFalse();
        assertThat(webhook.get().getLastError()).isEmpty();
    }

    @Test
    void aWebhookThatIsGoneOrFailsForDaysIsPausedAndNothingOfItIsLeased() throws Exception {
        SomeWebhook gone = of("gone", "gone.example");
        SomeWebhook failing = of("failing", "gone.example");
        change("gone.example", 1);
        change("gone.example", 2);
        await(() -> gone.deliveries().size() == 2 && failing.deliveries().size() == 2);
        List<DeliveryLease> leases = SomeWebhook.leaseAll(60);
        execute("update webhook set failing_since_time = now() - interval '6 days' where id = '%s'", failing.id());

        SomeWebhook.failed(of(leases, gone), 410);
        SomeWebhook.failed(of(leases, failing), 500);

        assertThat(gone.get())
                .returns(WebhookState.WEBHOOK_STATE_PAUSED, Webhook::getState)
                .returns(WebhookPauseReason.WEBHOOK_PAUSE_REASON_GONE, Webhook::getPauseReason);
        assertThat(failing.get().getPauseReason()).isEqualTo(WebhookPauseReason.WEBHOOK_PAUSE_REASON_FAILING);
        makeDue(gone);
        makeDue(failing);
        assertThat(SomeWebhook.leaseAll(60))
                .extracting(lease -> lease.getDelivery().getWebhookId())
                .doesNotContain(gone.id(), failing.id());

        failing.set(WebhookState.WEBHOOK_STATE_ACTIVE);
        assertThat(failing.lease()).hasSize(2);
    }

    @Test
    void whatChangesWhileAWebhookIsPausedItIsNeverTold() throws Exception {
        SomeWebhook webhook = of("sleeps", "sleeps.example");
        SomeWebhook wakeful = of("wakeful", "sleeps.example");
        webhook.set(WebhookState.WEBHOOK_STATE_PAUSED);
        change("sleeps.example", 1);
        await(() -> wakeful.deliveries().size() == 1);
        webhook.set(WebhookState.WEBHOOK_STATE_ACTIVE);
        change("sleeps.example", 2);
        await(() -> wakeful.deliveries().size() == 2);

        assertThat(webhook.deliveries()).extracting(Delivery::getStoryId).containsExactly(storyId("sleeps.example 2"));
    }

    @Test
    void whatIsMutedIsNotToldEvenIfTheMessageWasMadeBefore() throws Exception {
        SomeWebhook webhook = of("mutes-later", "muted-hook.example");
        SomeWebhook mutes = of("mutes-before", "muted-hook.example");
        mute("mutes-before", "muted-hook.example");
        change("muted-hook.example", 1);
        await(() -> webhook.deliveries().size() == 1);
        makeAtOnce(1);
        assertThat(mutes.deliveries()).isEmpty();

        mute("mutes-later", "muted-hook.example");

        assertThat(webhook.lease()).isEmpty();
        assertThat(webhook.deliveries()).isEmpty();
    }

    @Test
    void aMergeIsToldToWhomTheRemainingStoryConcerns() throws Exception {
        importSources(source("merged-hook.example"), source("merging-hook.example"));
        SomeWebhook webhook = SomeWebhook.add(
                "merges",
                WebhookFilter.newBuilder()
                        .addSourceIds("merged-hook.example")
                        .addAspects(StoryAspect.STORY_ASPECT_MERGED));
        change("merged-hook.example", 1);
        change("merging-hook.example", 1);
        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(storyId("merging-hook.example 1"))
                        .addMergedStoryIds(storyId("merged-hook.example 1"))
                        .build());

        await(() -> !webhook.deliveries().isEmpty());

        assertThat(webhook.deliveries())
                .singleElement()
                .returns(storyId("merged-hook.example 1"), Delivery::getStoryId)
                .returns(storyId("merging-hook.example 1"), Delivery::getMergedIntoStoryId);
    }

    @Test
    void whatItsReaderMayNotBeToldGoesWithoutATrace() throws Exception {
        SomeWebhook webhook = of("withheld", "withheld.example");
        change("withheld.example", 1);
        await(() -> !webhook.deliveries().isEmpty());

        assertThat(webhooks()
                        .reportDelivery(SomeWebhook.report(webhook.lease().getFirst())
                                .setWithheld(DeliveryWithheld.getDefaultInstance())
                                .build())
                        .getState())
                .isEqualTo(DeliveryState.DELIVERY_STATE_UNSPECIFIED);

        assertThat(webhook.deliveries()).isEmpty();
    }

    @Test
    void aWebhookForWhichTooMuchWaitsIsPaused() throws Exception {
        SomeWebhook webhook = of("overflows", "overflows.example");
        for (int number = 0; number < 41; number++) {
            change("overflows.example", number);
        }

        await(() -> webhook.get().getState() == WebhookState.WEBHOOK_STATE_PAUSED);

        assertThat(webhook.get().getPauseReason()).isEqualTo(WebhookPauseReason.WEBHOOK_PAUSE_REASON_TOO_MANY_WAITING);
        assertThat(webhook.get().getWaitingCount()).isGreaterThan(40);
    }

    @Test
    void theSweepTakesWhatEndedLongAgoAndGivesUpWhatWaitedTooLong() throws Exception {
        SomeWebhook webhook = of("swept-hook", "swept-hook.example");
        for (int number = 0; number < 3; number++) {
            change("swept-hook.example", number);
        }
        await(() -> webhook.deliveries().size() == 3);
        List<DeliveryLease> leases = webhook.lease();
        SomeWebhook.succeeded(leases.get(0));
        String ended = leases.get(0).getDelivery().getId();
        String old = leases.get(1).getDelivery().getId();
        String young = leases.get(2).getDelivery().getId();
        execute("update webhook_delivery set end_time = now() - interval '8 days' where id = '%s'", ended);
        execute(
                "update webhook_delivery set create_time = now() - interval '8 days', due_time = now() where id = '%s'",
                old);

        swept.sweep();

        assertThat(webhook.deliveries()).extracting(Delivery::getId).containsExactlyInAnyOrder(old, young);
        assertThat(webhook.delivery(old).getState()).isEqualTo(DeliveryState.DELIVERY_STATE_DEAD);
        assertThat(webhook.delivery(old).getError()).isEqualTo("It was not sent in time.");
        assertThat(webhook.delivery(young).getState()).isEqualTo(DeliveryState.DELIVERY_STATE_WAITING);
    }

    @Test
    void messagesAreListedTheLatestFirst() throws Exception {
        SomeWebhook webhook = of("listed-hook", "listed-hook.example");
        for (int number = 0; number < 5; number++) {
            change("listed-hook.example", number);
            int made = number + 1;
            await(() -> webhook.deliveries().size() == made);
        }

        assertThat(webhook.deliveries())
                .isSortedAccordingTo((one, other) -> Timestamps.compare(other.getCreateTime(), one.getCreateTime()))
                .extracting(Delivery::getId)
                .doesNotHaveDuplicates();
    }

    private static SomeWebhook of(String reader, String source) {
        importSources(source(source));
        return SomeWebhook.add(reader, WebhookFilter.newBuilder().addSourceIds(source));
    }

    private static DeliveryLease of(List<DeliveryLease> leases, SomeWebhook webhook) {
        return leases.stream()
                .filter(lease -> lease.getDelivery().getWebhookId().equals(webhook.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Founds a story, which is one change. */
    private static void change(String source, int number) {
        record(record(storyId(source + " " + number), "https://%s/%d".formatted(source, number)));
    }

    private static void mute(String reader, String source) {
        readers()
                .createMute(CreateMuteRequest.newBuilder()
                        .setReaderId(reader)
                        .setTarget(Target.newBuilder().setSourceId(source))
                        .build());
    }

    private void makeAtOnce(int threads) throws Exception {
        atOnce(threads, () -> {
            maker.makeAll();
            return true;
        });
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = IntStream.range(0, threads)
                    .mapToObj(_ -> executor.submit(work))
                    .toList();
            for (Future<T> one : all) {
                results.add(one.get());
            }
        }
        return results;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it is waited too long").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void makeDue(SomeWebhook webhook) throws SQLException {
        execute(
                "update webhook_delivery set due_time = now() - interval '1 second' where state = 'WAITING' and webhook_id = '%s'",
                webhook.id());
    }

    private void execute(String statement, String value) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement.formatted(value));
        }
    }
}
