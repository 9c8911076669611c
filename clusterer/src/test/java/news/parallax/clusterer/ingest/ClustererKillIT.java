package news.parallax.clusterer.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.clusterer.MixedEvents;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import org.junit.jupiter.api.Test;

/** The packaged clusterer, killed over and over, against one that is left in peace: over real gRPC and a real catalog. */
class ClustererKillIT {

    private static final int CONSOLIDATION_ARTICLES = 40;
    private static final int KILLS = 8;

    /** What is in the catalog after a run: each article's story, and each story's headline and points. */
    private record End(Map<String, String> storyOf, Map<String, String> told, Set<StoryEventKind> changes) {}

    @Test
    void aClustererThatIsKilledAtAnyMomentLeavesTheSameStories() {
        List<Article> articles = MixedEvents.reports(5, 8, 14).stream()
                .map(report -> Articles.article("kill-" + report.path(), report.title(), report.text()))
                .toList();

        End peaceful = run(articles, List.of());
        var random = new Random(7);
        End killed = run(
                articles,
                IntStream.range(0, KILLS)
                        .mapToObj(_ -> new Kill(random.nextInt(CONSOLIDATION_ARTICLES), random.nextInt(80)))
                        .toList());

        assertThat(peaceful.changes())
                .contains(StoryEventKind.STORY_EVENT_KIND_MERGED)
                .containsAnyOf(StoryEventKind.STORY_EVENT_KIND_SPLIT, StoryEventKind.STORY_EVENT_KIND_ARTICLES_MOVED);
        assertThat(killed.storyOf()).hasSameSizeAs(articles).containsExactlyInAnyOrderEntriesOf(peaceful.storyOf());
        assertThat(killed.told()).containsExactlyInAnyOrderEntriesOf(peaceful.told());
    }

    /**
     * When to kill.
     *
     * @param answers so many have come since the clusterer was started
     * @param millis so much later: while a batch is stored, or stories are looked at again
     */
    private record Kill(int answers, int millis) {}

    private static End run(List<Article> articles, List<Kill> kills) {
        var catalog = new CatalogProcess();
        catalog.start();
        try {
            ServiceProcess clusterer = ServiceProcess.start(
                    "clusterer",
                    Map.of(
                            "QUARKUS_GRPC_CLIENTS_CATALOG_PORT", String.valueOf(catalog.port()),
                            "PARALLAX_CLUSTERER_EMBEDDING", "none",
                            "PARALLAX_CLUSTERER_INGEST_BATCH_ARTICLES", "12",
                            "PARALLAX_CLUSTERER_GROUPING_CONSOLIDATION_ARTICLES",
                                    String.valueOf(CONSOLIDATION_ARTICLES),
                            "PARALLAX_CLUSTERER_GROUPING_CONSOLIDATION_INTERVAL", "1h",
                            // Large stories are told by the clock, here too late.
                            "PARALLAX_CLUSTERER_DIGEST_SMALL_STORY", "1000"),
                    log());
            try {
                Set<String> answered = stream(articles, kills, clusterer);
                assertThat(answered)
                        .allSatisfy(id -> assertThat(story(catalog, id)).isNotEmpty());
                return end(catalog);
            } finally {
                clusterer.kill();
            }
        } finally {
            catalog.stop();
        }
    }

    /** Sends all articles, and again what was not answered, in order; returns all ids of stories that were answered. */
    private static Set<String> stream(List<Article> articles, List<Kill> kills, ServiceProcess clusterer) {
        Map<String, String> answered = new HashMap<>();
        for (Kill kill : kills) {
            send(unanswered(articles, answered), clusterer.port(), answered, call -> {
                call.awaitAnswers(kill.answers());
                pause(kill.millis());
                clusterer.kill();
            });
            clusterer.launch();
        }
        send(unanswered(articles, answered), clusterer.port(), answered, _ -> {});
        assertThat(answered).hasSameSizeAs(articles);
        return Set.copyOf(answered.values());
    }

    private static void send(
            List<Article> articles, int port, Map<String, String> answered, Consumer<IngestCall> meanwhile) {
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        try {
            IngestCall call = IngestCall.open(channel);
            articles.forEach(call::send);
            call.complete();
            meanwhile.accept(call);
            call.awaitEnd();
            for (IngestArticlesResponse answer : call.answers()) {
                assertThat(answer.hasStored()).isTrue();
                answered.put(answer.getArticleId(), answer.getStored().getStoryId());
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private static List<Article> unanswered(List<Article> articles, Map<String, String> answered) {
        return articles.stream()
                .filter(article -> !answered.containsKey(article.getId()))
                .toList();
    }

    private static End end(CatalogProcess catalog) {
        Map<String, String> storyOf = new TreeMap<>();
        Map<String, String> told = new TreeMap<>();
        catalog.stories()
                .listStories(ListStoriesRequest.newBuilder().setPageSize(200).build())
                .getStoriesList()
                .forEach(story -> {
                    told.put(story.getId(), story.getTitle() + story.getSummaryList());
                    articleIds(catalog, story.getId())
                            .forEach(id -> assertThat(storyOf.put(id, story.getId()))
                                    .as("article %s twice", id)
                                    .isNull());
                });
        return new End(storyOf, told, changes(catalog));
    }

    private static List<String> articleIds(CatalogProcess catalog, String storyId) {
        return catalog
                .stories()
                .listStoryArticles(ListStoryArticlesRequest.newBuilder()
                        .setStoryId(storyId)
                        .setPageSize(200)
                        .build())
                .getArticlesList()
                .stream()
                .map(article -> article.getArticle().getId())
                .toList();
    }

    private static Set<StoryEventKind> changes(CatalogProcess catalog) {
        return catalog
                .stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setPageSize(200).build())
                .getEventsList()
                .stream()
                .map(StoryEvent::getKind)
                .collect(Collectors.toSet());
    }

    private static String story(CatalogProcess catalog, String id) {
        return catalog.stories()
                .getStory(GetStoryRequest.newBuilder().setStoryId(id).build())
                .getStory()
                .getId();
    }

    private static Path log() {
        try {
            return Files.createTempFile(Files.createDirectories(Path.of("target/process-tests")), "clusterer", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
