package news.parallax.clusterer.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.Outcome.Stored;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.text.Analyzer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ArrivalOrderTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final int FILED_AT_ONCE = 8;

    private static final Analyzer ANALYZER = new Analyzer(new NoEmbedder());

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> goes = new ArrayList<>();
    private Optional<RuntimeException> failure = Optional.empty();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howeverStreamsBringThemTheyAreFiledInOrder(long seed) throws Exception {
        var random = new Random(seed);
        var order = order(LONG);
        List<List<Integer>> streams = dealt(120, 1 + random.nextInt(4), random);
        List<Future<?>> sent = new ArrayList<>();
        for (List<Integer> numbers : streams) {
            int batch = 1 + random.nextInt(20);
            sent.add(callers.submit(() -> {
                for (int from = 0; from < numbers.size(); from += batch) {
                    file(order, numbers.subList(from, Math.min(from + batch, numbers.size())));
                }
            }));
        }
        for (Future<?> stream : sent) {
            stream.get();
        }

        assertThat(filed())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 120)
                        .mapToObj(number -> "p" + number)
                        .toList());
        assertThat(goes).allSatisfy(go -> assertThat(go).hasSizeBetween(1, FILED_AT_ONCE));
    }

    @Test
    void whatIsMissingIsWaitedForSoLongAndFiledWhenItComesAllTheSame() {
        var order = order(SHORT);

        assertThat(order.file(of(item("p", 2, 1), item("p", 4, 1)), () -> true)).hasValue(stored("p2", "p4"));
        assertThat(order.file(of(item("p", 1, 1)), () -> true)).hasValue(stored("p1"));
        assertThat(order.file(of(item("p", 5, 1)), () -> true)).hasValue(stored("p5"));

        assertThat(filed()).containsExactly("p2", "p4", "p1", "p5");
    }

    @Test
    void aWatermarkSaysWhatNeedNotBeWaitedFor() throws Exception {
        var order = order(LONG);
        order.file(of(item("p", 7, 7)), () -> true);
        Future<?> waiting = waiting(order, item("p", 9, 7));
        order.file(of(item("p", 10, 9)), () -> true);
        waiting.get();

        assertThat(filed()).containsExactly("p7", "p9", "p10");
    }

    @Test
    void whatWasRefusedIsNotWaitedFor() throws Exception {
        var order = order(LONG);
        Future<?> waiting = waiting(order, item("p", 4, 1));
        order.file(new Consignment(List.of(), List.of(new Position("p", 2, 1), new Position("p", 3, 1))), () -> true);
        assertThat(filed()).isEmpty();
        order.file(of(item("p", 1, 1)), () -> true);
        waiting.get();

        assertThat(filed()).containsExactly("p1", "p4");
    }

    @Test
    void whatComesAgainIsFiledAgainAtOnce() {
        var order = order(LONG);
        order.file(of(item("p", 1, 1), item("p", 2, 1)), () -> true);

        order.file(of(item("p", 2, 1), item("p", 3, 1)), () -> true);

        assertThat(filed()).containsExactly("p1", "p2", "p2", "p3");
    }

    @Test
    void producersAndArticlesOutsideOfAnyOrderDoNotWaitForEachOther() throws Exception {
        var order = order(LONG);
        Future<?> waiting = waiting(order, item("p", 2, 1));
        order.file(of(item("q", 1, 1)), () -> true);
        order.file(of(new Consignment.Item(article("none"), Position.NONE)), () -> true);
        assertThat(filed()).containsExactly("q1", "none");

        order.file(of(item("p", 1, 1)), () -> true);
        waiting.get();
        assertThat(filed()).containsExactly("q1", "none", "p1", "p2");
    }

    @Test
    void aFailureIsThatOfAllWhoHadArticlesInItAndTheirOrderStaysWhenTheyComeAgain() {
        var order = order(LONG);
        var waiting = new CountDownLatch(1);
        CompletableFuture<?> second =
                CompletableFuture.runAsync(() -> order.file(of(item("p", 2, 1)), () -> counted(waiting)), callers);
        await(waiting);
        failure = Optional.of(new IllegalStateException("the catalog is away"));
        assertThatThrownBy(() -> order.file(of(item("p", 1, 1)), () -> true)).hasMessage("the catalog is away");
        assertThatThrownBy(second::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("the catalog is away");

        failure = Optional.empty();
        var again = new CountDownLatch(1);
        second = CompletableFuture.runAsync(() -> order.file(of(item("p", 2, 1)), () -> counted(again)), callers);
        await(again);
        order.file(of(item("p", 1, 1)), () -> true);
        second.join();
        assertThat(filed()).containsExactly("p1", "p2");
    }

    @Test
    void aCopyThatNoLongerAssignsFilesNothingThatWaits() {
        var order = order(LONG);
        var assigns = new AtomicBoolean(true);
        var waiting = new CountDownLatch(1);
        var result = CompletableFuture.supplyAsync(
                () -> order.file(of(item("p", 2, 1)), () -> counted(waiting) && assigns.get()), callers);
        await(waiting);
        assigns.set(false);
        assertThat(result.join()).isEmpty();

        order.file(of(item("p", 1, 1)), () -> true);
        assertThat(filed()).containsExactly("p1");
    }

    @Test
    void aCopyThatLeavesFilesNothingWithoutWhatIsMissing() {
        var order = order(SHORT);
        order.leave();

        assertThatThrownBy(() -> order.file(of(item("p", 1, 1), item("p", 3, 1)), () -> true))
                .isInstanceOf(AssignerFailure.class);
        assertThat(filed()).containsExactly("p1");
    }

    @Test
    void aProducerThatIsForgottenIsWaitedForAnewAndLosesNothing() {
        var order = order(SHORT);
        order.file(of(item("p", 1, 1)), () -> true);
        for (int other = 0; other < 1_001; other++) {
            order.file(of(item("other" + other + "-", 1, 1)), () -> true);
        }

        assertThat(order.file(of(item("p", 2, 1)), () -> true)).hasValue(stored("p2"));
    }

    private ArrivalOrder order(Duration wait) {
        return new ArrivalOrder(this::record, FILED_AT_ONCE, wait);
    }

    /** What the clusterer does: one at a time. */
    private List<Outcome> record(List<Analyzed> articles) {
        failure.ifPresent(reason -> {
            throw reason;
        });
        List<String> ids =
                articles.stream().map(each -> each.document().article().id()).toList();
        goes.add(ids);
        return stored(ids.toArray(String[]::new));
    }

    private List<String> filed() {
        return goes.stream().flatMap(List::stream).toList();
    }

    private static List<Outcome> stored(String... ids) {
        return List.of(ids).stream()
                .<Outcome>map(id -> new Stored("story of " + id, true))
                .toList();
    }

    /** Hands an article in, and returns when it waits. */
    private Future<?> waiting(ArrivalOrder order, Consignment.Item item) {
        var waiting = new CountDownLatch(1);
        Future<?> call = callers.submit(() -> order.file(of(item), () -> counted(waiting)));
        await(waiting);
        return call;
    }

    private static boolean counted(CountDownLatch latch) {
        latch.countDown();
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void file(ArrivalOrder order, List<Integer> numbers) {
        var items = numbers.stream().map(number -> item("p", number, 1)).toArray(Consignment.Item[]::new);
        String[] ids = numbers.stream().map(number -> "p" + number).toArray(String[]::new);
        assertThat(order.file(of(items), () -> true)).hasValue(stored(ids));
    }

    /** Numbers from 1 on, given to streams by chance; in each they grow. */
    private static List<List<Integer>> dealt(int count, int streams, Random random) {
        List<List<Integer>> dealt = IntStream.range(0, streams)
                .<List<Integer>>mapToObj(_ -> new ArrayList<>())
                .toList();
        IntStream.rangeClosed(1, count)
                .forEach(number -> dealt.get(random.nextInt(streams)).add(number));
        return dealt;
    }

    private static Consignment of(Consignment.Item... items) {
        return new Consignment(List.of(items), List.of());
    }

    private static Consignment.Item item(String producer, long number, long lowWatermark) {
        return new Consignment.Item(article(producer + number), new Position(producer, number, lowWatermark));
    }

    private static Analyzed article(String id) {
        var received = Received.of(Article.newBuilder().setId(id).setTitle(id).build());
        return new Analyzed(received, ANALYZER.analyze(received.text()));
    }
}
