package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoriesResponse;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryArticlesResponse;
import news.parallax.clusterer.MixedEvents;
import news.parallax.clusterer.eval.Agreement;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two packaged clusterers over one packaged catalog: over real gRPC, killed and frozen as machines are. */
class ClustererCopiesIT {

    /**
     * Measured with 5,040 articles ({@code -Dparallax.copies.topics=90}), which takes too long for every build, and with the
     * articles of a labelled file and their vectors ({@code -Dparallax.copies.file=FILE}).
     */
    private static final int TOPICS = Integer.getInteger("parallax.copies.topics", 8);

    private static final int FILE_ARTICLES = 5_000;

    /** Until all must be answered. */
    private static final int LONG_SECONDS = 600;

    /** Until what a copy that hangs has not answered is sent to another. */
    private static final int SHORT_SECONDS = 15;

    /** Half of what the crawler has open. */
    private static final int WINDOW = 128;

    private static final double SAME_STORIES = 0.98;

    private final CatalogProcess catalog = new CatalogProcess();
    private final List<ServiceProcess> copies = new ArrayList<>();
    private final List<Article> articles = Optional.ofNullable(System.getProperty("parallax.copies.file"))
            .map(file -> LabelledFile.articles(Path.of(file), FILE_ARTICLES))
            .orElseGet(ClustererCopiesIT::invented);
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    @BeforeEach
    void start() {
        catalog.start();
    }

    @AfterEach
    void stop() {
        copies.forEach(ServiceProcess::kill);
        catalog.stop();
    }

    @Test
    void whetherOneOrTwoAndWhateverHappensToThemTheyMakeTheSameStories() {
        launch(1);
        sendAll(articles);
        Map<String, String> alone = stories();
        startAnew();

        launch(2);
        sendAll(articles);
        assertSameStories("two copies", alone);
        startAnew();

        launch(2);
        beKilledAndHang();
        assertThat(answered).hasSameSizeAs(articles);
        assertSameStories("two copies, killed and frozen", alone);
    }

    private void assertSameStories(String what, Map<String, String> alone) {
        Map<String, String> stories = stories();
        assertThat(stories).hasSameSizeAs(articles);
        double agreement = Agreement.between(alone, stories);
        System.out.printf(
                "%s: BCubed F1 with the stories of one copy %.4f over %d articles%n", what, agreement, articles.size());
        assertThat(agreement).as(what).isGreaterThanOrEqualTo(SAME_STORIES);
    }

    private void startAnew() {
        stop();
        copies.clear();
        answered.clear();
        start();
    }

    private void beKilledAndHang() {
        int part = articles.size() / 3;
        List<Article> first = articles.subList(0, part);
        List<Article> second = articles.subList(part, 2 * part);
        List<Article> third = articles.subList(2 * part, articles.size());

        sendAll(first);
        ServiceProcess killed = holder();
        sendWhile(second, copies, SHORT_SECONDS, killed::kill);
        sendAgain(second, List.of(other(killed)));
        assertThat(holder()).isSameAs(other(killed));

        killed.launch();
        ServiceProcess frozen = holder();
        sendWhile(third, copies, SHORT_SECONDS, frozen::freeze);
        sendAgain(third, List.of(other(frozen)));
        frozen.thaw();
        sendAll(articles);
    }

    private static List<Article> invented() {
        return MixedEvents.reports(11, TOPICS, 14).stream()
                .map(report -> Articles.article("copies-" + report.path(), report.title(), report.text()))
                .toList();
    }

    private void launch(int count) {
        for (int number = 0; number < count; number++) {
            copies.add(ServiceProcess.start(
                    "clusterer",
                    Map.of(
                            "QUARKUS_GRPC_CLIENTS_CATALOG_PORT", String.valueOf(catalog.port()),
                            "PARALLAX_CLUSTERER_EMBEDDING",
                                    System.getProperty("parallax.copies.file") == null ? "none" : "minilm",
                            "PARALLAX_CLUSTERER_LEASE_DURATION", "2s",
                            "PARALLAX_CLUSTERER_LEASE_INTERVAL", "300ms",
                            "PARALLAX_CLUSTERER_LEASE_FOLLOW_INTERVAL", "500ms",
                            "PARALLAX_CLUSTERER_GROUPING_CONSOLIDATION_ARTICLES", "100",
                            "PARALLAX_CLUSTERER_GROUPING_CONSOLIDATION_INTERVAL", "1h"),
                    log(number)));
        }
    }

    private ServiceProcess holder() {
        return copies.stream()
                .filter(copy -> copy.health().contains("\"Held\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no copy assigns"));
    }

    private ServiceProcess other(ServiceProcess copy) {
        return copies.stream().filter(each -> each != copy).findFirst().orElseThrow();
    }

    private void sendAll(List<Article> all) {
        sendWhile(all, copies, LONG_SECONDS, () -> {});
        assertThat(answered).containsKeys(all.stream().map(Article::getId).toArray(String[]::new));
    }

    /** Sends, again and again, what was not answered, as the crawler does. */
    private void sendAgain(List<Article> all, List<ServiceProcess> to) {
        for (int attempt = 0; attempt < 20 && !unanswered(all).isEmpty(); attempt++) {
            sendWhile(unanswered(all), to, LONG_SECONDS, () -> {});
        }
        assertThat(unanswered(all)).isEmpty();
    }

    private List<Article> unanswered(List<Article> all) {
        return all.stream()
                .filter(article -> !answered.containsKey(article.getId()))
                .toList();
    }

    /** Sends every other article to every other copy, as far ahead as the crawler does; does something in the middle. */
    private void sendWhile(List<Article> all, List<ServiceProcess> to, int seconds, Runnable meanwhile) {
        List<ManagedChannel> channels = to.stream()
                .map(copy -> ManagedChannelBuilder.forAddress("127.0.0.1", copy.port())
                        .usePlaintext()
                        .build())
                .toList();
        try {
            List<IngestCall> calls = channels.stream().map(IngestCall::open).toList();
            Set<IngestCall> deaf = new HashSet<>();
            for (int i = 0; i < all.size(); i++) {
                if (i == all.size() / 2) {
                    meanwhile.run();
                }
                IngestCall call = calls.get(i % calls.size());
                if (!deaf.contains(call)) {
                    if (call.awaitRoom(WINDOW, SHORT_SECONDS)) {
                        call.send(all.get(i));
                    } else {
                        deaf.add(call);
                    }
                }
            }
            calls.forEach(IngestCall::complete);
            calls.forEach(call -> call.awaitEnd(seconds));
            calls.forEach(call -> call.answers().forEach(this::note));
        } finally {
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }

    private void note(IngestArticlesResponse answer) {
        assertThat(answer.hasStored()).isTrue();
        answered.put(answer.getArticleId(), answer.getStored().getStoryId());
    }

    /** Each article's story, as the catalog has it. */
    private Map<String, String> stories() {
        Map<String, String> storyOf = new TreeMap<>();
        var request = ListStoriesRequest.newBuilder().setPageSize(200);
        do {
            ListStoriesResponse page = catalog.stories().listStories(request.build());
            page.getStoriesList()
                    .forEach(story -> articleIds(story.getId())
                            .forEach(id -> assertThat(storyOf.put(id, story.getId()))
                                    .as("article %s twice", id)
                                    .isNull()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return storyOf;
    }

    private List<String> articleIds(String storyId) {
        List<String> ids = new ArrayList<>();
        var request = ListStoryArticlesRequest.newBuilder().setStoryId(storyId).setPageSize(200);
        do {
            ListStoryArticlesResponse page = catalog.stories().listStoryArticles(request.build());
            page.getArticlesList()
                    .forEach(article -> ids.add(article.getArticle().getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return ids;
    }

    private static Path log(int number) {
        try {
            return Files.createTempFile(
                    Files.createDirectories(Path.of("target/process-tests")), "copy-%d-".formatted(number), ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
