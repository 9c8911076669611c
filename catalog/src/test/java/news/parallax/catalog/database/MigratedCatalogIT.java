package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.CatalogProcess;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.LookupReaderRequest;
import news.parallax.catalog.v1.ReaderServiceGrpc;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryServiceGrpc;
import org.junit.jupiter.api.Test;

/** The packaged catalog, started on a database that was filled by the first version. */
class MigratedCatalogIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void theFirstVersionsDatabaseIsServed() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/process-tests")), "migrated");
        SampleRows.fill(folder, "1");

        try (var catalog = CatalogProcess.startOn(folder)) {
            ManagedChannel channel = catalog.connect();
            try {
                var stories = StoryServiceGrpc.newBlockingStub(channel);
                List<Story> listed = stories.listStories(ListStoriesRequest.getDefaultInstance())
                        .getStoriesList();
                assertThat(listed).extracting(Story::getId).containsExactly("s-vote", "s-ferry");
                assertThat(listed.getLast().getArticleCount()).isEqualTo(3);
                assertThat(listed.getLast().getCoverage().getAll().getTotalSources())
                        .isEqualTo(3);
                assertThat(listed.getLast().getCoverage().getIndependent().getTotalSources())
                        .isEqualTo(2);
                assertThat(stories.getStory(GetStoryRequest.newBuilder()
                                        .setStoryId("s-ferry")
                                        .build())
                                .getStory()
                                .getSummaryList())
                        .hasSize(1);
                assertThat(stories.listStoryArticles(ListStoryArticlesRequest.newBuilder()
                                        .setStoryId("s-ferry")
                                        .build())
                                .getArticlesCount())
                        .isEqualTo(3);
                assertThat(stories.getCoverage(GetCoverageRequest.newBuilder()
                                        .setStoryId("s-ferry")
                                        .setAtTime(Samples.timestamp(Instant.parse("2026-02-10T08:30:00Z")))
                                        .build())
                                .getCoverage()
                                .getAll()
                                .getTotalSources())
                        .isEqualTo(1);
                assertThat(found(channel, "aground")).containsExactly("s-ferry");
                assertThat(ReaderServiceGrpc.newBlockingStub(channel)
                                .lookupReader(LookupReaderRequest.newBuilder()
                                        .setApiKeyHash(Samples.sha256("ada-key"))
                                        .build())
                                .getReader()
                                .getName())
                        .isEqualTo("Ada");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    /** Returns what is found once there is anything: what was there before there was a search is indexed after the start. */
    private static List<String> found(ManagedChannel channel, String query) throws InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            List<String> found = SearchServiceGrpc.newBlockingStub(channel)
                    .searchStories(
                            SearchStoriesRequest.newBuilder().setQuery(query).build())
                    .getStoriesList()
                    .stream()
                    .map(Story::getId)
                    .toList();
            if (!found.isEmpty() || Instant.now().isAfter(deadline)) {
                return found;
            }
            Thread.sleep(100);
        }
    }
}
