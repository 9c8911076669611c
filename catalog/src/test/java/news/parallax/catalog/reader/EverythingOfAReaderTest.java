package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.groupingReports;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sessions;
import static news.parallax.catalog.CatalogService.webhooks;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.CreateApiKeyRequest;
import news.parallax.catalog.v1.CreateGroupingReportRequest;
import news.parallax.catalog.v1.CreateReaderRequest;
import news.parallax.catalog.v1.CreateSessionRequest;
import news.parallax.catalog.v1.CreateWebhookRequest;
import news.parallax.catalog.v1.DeleteReaderRequest;
import news.parallax.catalog.v1.GroupingReportKind;
import news.parallax.catalog.v1.ReaderRecord;
import news.parallax.catalog.v1.ReaderRecord.RecordCase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class EverythingOfAReaderTest {
    private static final String URL = "https://everything.example/a";
    private static final String STORY = storyId("everything");

    @Inject
    DataSource database;

    @Test
    void theExportTellsEverythingButSecrets() throws Exception {
        SomeReader reader = readerWithEverything("exports@example.org");

        List<ReaderRecord> records = reader.export();

        assertThat(records)
                .extracting(ReaderRecord::getRecordCase)
                .containsExactly(
                        RecordCase.READER,
                        RecordCase.API_KEY,
                        RecordCase.FOLLOW,
                        RecordCase.MUTE,
                        RecordCase.SAVED_STORY,
                        RecordCase.RATING_OVERRIDE,
                        RecordCase.READING,
                        RecordCase.READING,
                        RecordCase.SESSION,
                        RecordCase.WEBHOOK,
                        RecordCase.GROUPING_REPORT);
        assertThat(records.getFirst().getReader().getEmail()).isEqualTo("exports@example.org");
        assertThat(records.get(4).getSavedStory().getStory().getId()).isEqualTo(STORY);
        assertThat(records.get(6).getReading().getArticleId()).isEqualTo(articleId(URL));
        for (ReaderRecord record : records) {
            String line = JsonFormat.printer().omittingInsignificantWhitespace().print(record);
            var read = ReaderRecord.newBuilder();
            JsonFormat.parser().merge(line, read);
            assertThat(read.build()).isEqualTo(record);
            assertThat(line).doesNotContain("\n", "argon2", "plx_", "pls_", "whsec_");
        }
    }

    @Test
    void everyTableOfReadersIsExportedAndNothingIsLeftInAnyAfterADeletion() throws Exception {
        SomeReader reader = readerWithEverything("leaves@example.org");
        SomeReader other = readerWithEverything("stays@example.org");
        Map<String, Long> before = rows(reader);
        assertThat(before)
                .hasSizeGreaterThan(4)
                .allSatisfy((table, count) -> assertThat(count)
                        .as("the test leaves something in %s", table)
                        .isPositive());

        readers()
                .deleteReader(DeleteReaderRequest.newBuilder()
                        .setReaderId(reader.id())
                        .build());

        assertThat(rows(reader))
                .allSatisfy((table, count) ->
                        assertThat(count).as("what is left in %s", table).isZero());
        assertThat(rows(other)).isEqualTo(before);
        assertThat(refusal(Code.NOT_FOUND, reader::export).getReason()).isEqualTo("READER_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> reader.save(STORY)).getReason())
                .isEqualTo("READER_NOT_FOUND");
        // the address is free again
        readerWithEverything("leaves@example.org");
    }

    @Test
    void whoIsDeletedWhileTheyAreWrittenAboutLeavesNothing() throws Exception {
        for (int round = 0; round < 5; round++) {
            SomeReader reader = readerWithEverything("raced%d@example.org".formatted(round));
            var start = new CountDownLatch(1);
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> writers = IntStream.range(0, 6)
                        .<Future<?>>mapToObj(number -> executor.submit(() -> {
                            start.await();
                            for (int i = 0; i < 20; i++) {
                                write(reader, number);
                            }
                            return null;
                        }))
                        .toList();
                start.countDown();
                readers()
                        .deleteReader(DeleteReaderRequest.newBuilder()
                                .setReaderId(reader.id())
                                .build());
                for (Future<?> writer : writers) {
                    assertRefusedAtMostByAbsence(writer);
                }
            }
            assertThat(rows(reader))
                    .allSatisfy((table, count) ->
                            assertThat(count).as("what is left in %s", table).isZero());
        }
    }

    private static void write(SomeReader reader, int kind) {
        switch (kind) {
            case 0 -> reader.save(STORY);
            case 1 -> reader.readArticle(articleId(URL));
            case 2 -> reader.mute(SomeReader.source("everything.example"));
            case 3 -> reader.follow(SomeReader.source("everything.example"));
            case 4 -> reader.rate("everything.example", Bias.BIAS_CENTER);
            default -> reader.readStory(STORY);
        }
    }

    private static void assertRefusedAtMostByAbsence(Future<?> writer) throws InterruptedException {
        try {
            writer.get();
        } catch (ExecutionException e) {
            assertThat(((StatusRuntimeException) e.getCause()).getStatus().getCode())
                    .isEqualTo(Code.NOT_FOUND);
        }
    }

    private static SomeReader readerWithEverything(String email) {
        importSources(source("everything.example"), source("everything-muted.example"));
        record(record(STORY, URL));
        var reader = new SomeReader(readers()
                .createReader(CreateReaderRequest.newBuilder()
                        .setEmail(email)
                        .setPassword("correct horse battery")
                        .build())
                .getReader()
                .getId());
        readers()
                .createApiKey(CreateApiKeyRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setName("key")
                        .build());
        sessions()
                .createSession(CreateSessionRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setExpireTime(timestamp(Instant.now().plusSeconds(60)))
                        .build());
        webhooks()
                .createWebhook(CreateWebhookRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setUrl("https://hooks.example/")
                        .setName("hook")
                        .build());
        groupingReports()
                .createGroupingReport(CreateGroupingReportRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setStoryId(STORY)
                        .setKind(GroupingReportKind.GROUPING_REPORT_KIND_OTHER)
                        .setText("two events")
                        .build());
        reader.follow(SomeReader.source("everything.example"));
        reader.mute(SomeReader.source("everything-muted.example"));
        reader.save(STORY);
        reader.rate("everything.example", Bias.BIAS_LEFT);
        reader.readStory(STORY);
        reader.readArticle(articleId(URL));
        return reader;
    }

    /** Counts the rows of a reader in every table that names readers. */
    private Map<String, Long> rows(SomeReader reader) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                    select table_name, column_name, (xpath('/row/c/text()', query_to_xml(
                        format('select count(*) as c from %I where %I = %L', table_name, column_name, ?),
                        false, true, '')))[1]::text::bigint
                    from information_schema.columns join information_schema.tables using (table_schema, table_name)
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                        and (column_name = 'reader_id' or table_name = 'reader' and column_name = 'id')
                    """)) {
            statement.setString(1, reader.id());
            var counts = statement.executeQuery();
            while (counts.next()) {
                rows.put(counts.getString(1), counts.getLong(3));
            }
        }
        return rows;
    }
}
