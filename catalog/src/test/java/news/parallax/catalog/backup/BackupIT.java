package news.parallax.catalog.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.ManagedChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.CatalogProcess;
import news.parallax.catalog.database.DatabaseAddress;
import news.parallax.catalog.database.EmbeddedPostgres;
import news.parallax.catalog.database.SampleRows;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.SearchServiceGrpc;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryServiceGrpc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases of the packaged catalog that go into a file and come out of it. */
class BackupIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Optional<Path> CLIENT = Optional.ofNullable(System.getenv("PARALLAX_CATALOG_POSTGRES_CLIENT"))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of);

    private Path folder;

    @BeforeEach
    void needsTheProgramsOfPostgres() {
        try {
            PostgresClient.find(CLIENT);
        } catch (BackupException e) {
            abort("skipped: no pg_dump. " + e.getMessage());
        }
    }

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/process-tests")), "backup")
                .toAbsolutePath();
    }

    @Test
    void anEmptyDatabaseThatTakesABackupEqualsTheOneItIsOf() throws Exception {
        Path file = folder.resolve("running.backup");
        List<Story> listed;
        try (var catalog = CatalogProcess.startOn(folder.resolve("original"))) {
            try (Connection connection =
                    connect(EmbeddedPostgres.running(catalog.data()).orElseThrow())) {
                SampleRows.insertInto(connection);
                awaitIndex(connection);
            }
            succeed("backup", file, embedded("original"));
            listed = list(catalog);
        }
        assertThat(listed).extracting(Story::getId).contains("s-vote", "s-ferry");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("running.backup.part")).doesNotExist();

        succeed("restore", file, embedded("copy"));

        Map<String, List<JsonNode>> original = rows("original");
        Map<String, List<JsonNode>> copy = rows("copy");
        assertThat(copy.get("story_change_log"))
                .as("whose changes its listeners follow")
                .isNotEqualTo(original.get("story_change_log"));
        copy.put("story_change_log", original.get("story_change_log"));
        assertThat(original)
                .allSatisfy(
                        (table, rows) -> assertThat(copy.get(table)).as(table).isEqualTo(rows));
        assertThat(copy).hasSameSizeAs(original);
        for (String table : List.of("article_text", "story_coverage", "reader", "api_key", "past_contribution")) {
            assertThat(copy.get(table)).as(table).isNotEmpty();
        }
        try (var catalog = CatalogProcess.startOn(folder.resolve("copy"))) {
            assertThat(list(catalog)).isEqualTo(listed);
            assertThat(search(catalog, "aground")).containsExactly("s-ferry");
        }
    }

    @Test
    void aDatabaseThatRestsIsBackedUpToo() throws Exception {
        fill(embedded("resting"));
        Path file = folder.resolve("resting.backup");
        Files.writeString(file, "one of yesterday");

        succeed("backup", file, embedded("resting"));
        succeed("restore", file, embedded("copy"));

        assertThat(rows("copy").get("article_text"))
                .isEqualTo(rows("resting").get("article_text"))
                .hasSize(4);
    }

    @Test
    void aDatabaseThatSettingsNameIsBackedUpAndFilled() throws Exception {
        fill(embedded("resting"));
        Path file = folder.resolve("resting.backup");
        succeed("backup", file, embedded("resting"));
        try (var server = EmbeddedPostgres.start(folder.resolve("server"), LIMIT)) {
            try (Connection connection = connect(server.address())) {
                connection.createStatement().execute("create database elsewhere");
            }
            DatabaseAddress address = new DatabaseAddress(
                    server.jdbcUrl().replace("/postgres", "/elsewhere?ApplicationName=catalog"),
                    EmbeddedPostgres.USER,
                    server.password());
            var elsewhere = new BackupSettings(CLIENT, Optional.of(address), folder.resolve("none"), LIMIT);

            succeed("restore", file, elsewhere);
            succeed("backup", folder.resolve("again.backup"), elsewhere);

            try (Connection connection = connect(address)) {
                assertThat(SampleRows.of(connection).get("article_text")).hasSize(4);
            }
        }
        assertThat(folder.resolve("none")).doesNotExist();
        succeed("restore", folder.resolve("again.backup"), embedded("again"));
        assertThat(rows("again").get("reading")).hasSize(2);
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws Exception {
        fill(embedded("kept"));
        Path file = folder.resolve("kept.backup");
        succeed("backup", file, embedded("kept"));
        Map<String, List<JsonNode>> before = rows("kept");

        assertThat(refusal("restore", file, embedded("kept"))).contains("is not empty");

        assertThat(rows("kept")).isEqualTo(before);
    }

    @Test
    void aFileThatIsNotWholeIsRefusedBeforeADatabaseIsTouched() throws Exception {
        fill(embedded("resting"));
        Path file = folder.resolve("resting.backup");
        succeed("backup", file, embedded("resting"));
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(whole, whole.length * 3 / 4));
        Path other = Files.writeString(folder.resolve("other.backup"), "no backup at all");

        assertThat(refusal("restore", cut, embedded("copy"))).contains("cut.backup is no backup that can be restored");
        assertThat(refusal("restore", other, embedded("copy"))).contains("is no backup that can be restored");
        assertThat(refusal("restore", folder.resolve("none.backup"), embedded("copy")))
                .contains("There is no file");

        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void aBackupOfANewerCatalogIsRefused() throws Exception {
        fill(embedded("newer"));
        change("newer", """
                insert into flyway_schema_history
                select 9999, '9999', 'of the future', type, script, checksum, installed_by, installed_on, execution_time, success
                from flyway_schema_history where version = '1'
                """);
        Path file = folder.resolve("newer.backup");
        succeed("backup", file, embedded("newer"));

        assertThat(refusal("restore", file, embedded("copy"))).contains("of a newer catalog (version 9999");

        assertThat(rows("copy")).isEmpty();
    }

    @Test
    void aBackupThatFailsLeavesTheLastOne() throws Exception {
        Path file = Files.writeString(folder.resolve("yesterday.backup"), "one of yesterday");

        assertThat(refusal("backup", file, embedded("none"))).contains("There is no database in");
        change("empty");
        assertThat(refusal("backup", file, embedded("empty"))).contains("There is no catalog in");
        fill(embedded("broken"));
        change(
                "broken",
                "create type mood as enum ('CALM')",
                "create table unreadable as select 'CALM'::mood as mood",
                "delete from pg_enum where enumtypid = 'mood'::regtype");
        assertThat(refusal("backup", file, embedded("broken"))).contains("pg_dump failed");

        assertThat(file).hasContent("one of yesterday");
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("yesterday.backup", "empty", "broken");
        }
    }

    private BackupSettings embedded(String name) {
        return new BackupSettings(CLIENT, Optional.empty(), folder.resolve(name), LIMIT);
    }

    private static void fill(BackupSettings settings) throws Exception {
        SampleRows.fill(settings.data(), "latest");
    }

    private static void succeed(String verb, Path file, BackupSettings settings) {
        assertThat(run(0, verb, file, settings)).isEmpty();
    }

    private static String refusal(String verb, Path file, BackupSettings settings) {
        return run(1, verb, file, settings);
    }

    /** Runs the command, which must end with a code; returns what it complains about. */
    private static String run(int code, String verb, Path file, BackupSettings settings) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int actual = BackupCommand.run(
                List.of(verb, file.toString()),
                settings,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String complaint = err.toString(StandardCharsets.UTF_8);
        assertThat(actual).as(complaint).isEqualTo(code);
        return complaint;
    }

    private Map<String, List<JsonNode>> rows(String name) throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve(name), LIMIT);
                Connection connection = connect(server.address())) {
            return SampleRows.of(connection);
        }
    }

    private void change(String name, String... commands) throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve(name), LIMIT);
                Connection connection = connect(server.address());
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    /** Waits until the catalog has nothing left to do by itself. */
    private static void awaitIndex(Connection connection) throws SQLException, InterruptedException {
        Instant deadline = Instant.now().plus(LIMIT);
        while (true) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from story_search_due")) {
                rows.next();
                if (rows.getInt(1) == 0) {
                    return;
                }
            }
            assertThat(Instant.now()).as("indexing").isBefore(deadline);
            Thread.sleep(100);
        }
    }

    private static List<Story> list(CatalogProcess catalog) {
        ManagedChannel channel = catalog.connect();
        try {
            return StoryServiceGrpc.newBlockingStub(channel)
                    .listStories(ListStoriesRequest.getDefaultInstance())
                    .getStoriesList();
        } finally {
            channel.shutdownNow();
        }
    }

    private static List<String> search(CatalogProcess catalog, String query) {
        ManagedChannel channel = catalog.connect();
        try {
            return SearchServiceGrpc.newBlockingStub(channel)
                    .searchStories(
                            SearchStoriesRequest.newBuilder().setQuery(query).build())
                    .getStoriesList()
                    .stream()
                    .map(Story::getId)
                    .toList();
        } finally {
            channel.shutdownNow();
        }
    }
}
