package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoriesResponse;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryArticlesResponse;
import news.parallax.clusterer.MixedEvents;
import news.parallax.clusterer.eval.Agreement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two packaged clusterers over one packaged catalog: over real gRPC, killed and frozen as machines are. */
class ClustererCopiesIT {

    /**
     * Measured with 5,040 articles ({@code -Dparallax.copies.topics=90}), which takes too long for every build, and with the
     * articles of a labelled file and their vectors ({@code -Dparallax.copies.file=FILE}).
     */
    private static final int TOPICS = Integer.getInteger("parallax.copies.topics", 8);

    private static final int FILE_ARTICLES = 5_000;

    private static final int AGAIN = 200;

    private static final double SAME_STORIES = 0.98;

    private final CatalogProcess catalog = new CatalogProcess();
    private final List<ServiceProcess> copies = new ArrayList<>();
    private final List<Article> articles = Optional.ofNullable(System.getProperty("parallax.copies.file"))
            .map(file -> LabelledFile.articles(Path.of(file), FILE_ARTICLES))
            .orElseGet(ClustererCopiesIT::invented);

    @AfterEach
    void stop() {
        copies.forEach(ServiceProcess::kill);
        copies.clear();
        catalog.stop();
    }

    @Test
    void whetherOneOrTwoAndWhateverHappensToThemTheyMakeTheSameStories() {
        Map<String, String> alone = run(1, _ -> {});
        Map<String, Double> agreements = new LinkedHashMap<>();
        agreements.put("two copies", Agreement.between(alone, run(2, _ -> {})));
        agreements.put("two copies, one killed", Agreement.between(alone, run(2, ServiceProcess::kill)));
        agreements.put("two copies, one frozen", Agreement.between(alone, run(2, ServiceProcess::freeze)));

        agreements.forEach((what, agreement) -> System.out.printf(
                "%s: BCubed F1 with the stories of one copy %.4f over %d articles%n",
                what, agreement, articles.size()));
        assertThat(agreements.values()).allMatch(agreement -> agreement >= SAME_STORIES);
    }

    /** Returns each article's story when all have been sent, and something was done in the middle to the copy that assigns. */
    private Map<String, String> run(int count, Consumer<ServiceProcess> meanwhile) {
        catalog.start();
        launch(count);
        List<Article> first = articles.subList(0, articles.size() / 2);
        List<Article> second = articles.subList(first.size(), articles.size());
        try (var crawler = new CrawlerStreams(copies)) {
            crawler.send(first);
            ServiceProcess holder = holder();
            meanwhile.accept(holder);
            crawler.send(second);
            assertThat(crawler.finish()).hasSameSizeAs(articles);
            if (holder.isAlive()) {
                holder.thaw();
            }
        }
        Map<String, String> stories = stories();
        assertThat(stories).hasSameSizeAs(articles);
        assertThatSendingAgainChangesNothing(stories);
        stop();
        return stories;
    }

    /** Also not over a copy that was frozen, and thinks that it assigns. */
    private void assertThatSendingAgainChangesNothing(Map<String, String> stories) {
        List<Article> some = articles.subList(articles.size() - AGAIN, articles.size());
        try (var crawler = new CrawlerStreams(
                copies.stream().filter(ServiceProcess::isAlive).toList())) {
            crawler.send(some);
            assertThat(stories).containsAllEntriesOf(crawler.finish());
        }
        assertThat(stories()).isEqualTo(stories);
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
