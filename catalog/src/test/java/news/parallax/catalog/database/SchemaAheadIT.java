package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import news.parallax.catalog.CatalogProcess;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.StoryServiceGrpc;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The packaged catalog on a database that the version after it has migrated already, as in a rolling upgrade. */
class SchemaAheadIT {
    @Test
    void aCatalogStartsAndWritesWhileTheSchemaIsAhead() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/process-tests")), "ahead");
        SampleRows.fill(folder, "latest");
        try (var postgres = EmbeddedPostgres.start(folder, Duration.ofMinutes(1))) {
            assertThat(Flyway.configure()
                            .dataSource(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password())
                            .locations(
                                    "filesystem:src/main/resources/db/migration",
                                    "filesystem:src/test/resources/migration/ahead")
                            .load()
                            .migrate()
                            .migrationsExecuted)
                    .isEqualTo(1);
        }

        try (var catalog = CatalogProcess.startOn(folder)) {
            ManagedChannel channel = catalog.connect();
            try {
                var stories = StoryServiceGrpc.newBlockingStub(channel);
                long before =
                        stories.getTotals(GetTotalsRequest.getDefaultInstance()).getArticleCount();
                stories.recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(Samples.record(Samples.storyId("ahead"), "https://ahead.example/a"))
                        .build());

                assertThat(stories.getTotals(GetTotalsRequest.getDefaultInstance())
                                .getArticleCount())
                        .isEqualTo(before + 1);
                assertThat(stories.getStory(GetStoryRequest.newBuilder()
                                        .setStoryId("s-ferry")
                                        .build())
                                .getStory()
                                .getArticleCount())
                        .isEqualTo(3);
            } finally {
                channel.shutdownNow();
            }
        }
    }
}
