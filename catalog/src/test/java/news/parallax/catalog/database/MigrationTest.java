package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases of every earlier version, with rows in all their tables, become ones of the newest. */
class MigrationTest {
    /** Where the values of columns went that the newest version does not have: table and column, a query for the new ones. */
    private static final Map<String, String> MOVED = Map.of(
            "article.text", "select to_jsonb(text) from article_text",
            "article.embedding", "select to_jsonb(embedding) from article_text where embedding is not null");

    private static EmbeddedPostgres postgres;

    /** One empty database for each version, which those with rows are copies of. */
    @BeforeAll
    static void makeEveryVersion() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/database-tests")), "migration");
        postgres = EmbeddedPostgres.start(folder, Duration.ofMinutes(1));
        String before = "template1";
        for (String version : versions()) {
            create(name(version), before);
            before = name(version);
            flyway(before).target(version).load().migrate();
        }
    }

    /** Half a hundred databases are written to the disk, which others may be writing to too. */
    @AfterAll
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest(name = "from V{0}")
    @MethodSource("versions")
    void nothingIsLost(String version) throws Exception {
        String database = "lost_nothing_" + version;
        create(database, name(version));
        try (Connection connection = connect(database)) {
            SampleRows.insertInto(connection);
            Map<String, List<JsonNode>> before = SampleRows.of(connection);
            assertThat(before)
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

            flyway(database).load().migrate();

            Map<String, List<JsonNode>> after = SampleRows.of(connection);
            for (String table : before.keySet()) {
                assertKept(connection, table, before.get(table), after.getOrDefault(table, List.of()));
            }
        }
    }

    @Test
    void aTextLiesInTheMonthOfItsArticle() throws Exception {
        try (Connection connection = migratedFrom("15", "texts")) {
            assertThat(SampleRows.strings(connection, """
                            select id || ' ' || article.month || ' ' || article_text.tableoid::regclass
                            from article join article_text on article_id = id and article_text.month = article.month
                            order by arrival
                            """))
                    .containsExactly(
                            "a-ferry-harbor 2026-02-01 article_text_2026_02",
                            "a-ferry-wire 2026-02-01 article_text_2026_02",
                            "a-ferry-hill 2026-02-01 article_text_2026_02",
                            "a-vote 2026-03-01 article_text_2026_03");
            assertThat(SampleRows.strings(connection, "select distinct tableoid::regclass from story_coverage"))
                    .containsExactlyInAnyOrder("story_coverage_2026_02", "story_coverage_2026_03");
        }
    }

    @Test
    void anEarlierMergeCanBeUndone() throws Exception {
        try (Connection connection = migratedFrom("3", "merge")) {
            assertThat(SampleRows.strings(
                            connection,
                            "select event_id || ' ' || article_id || ' ' || from_story_id from story_event_move"))
                    .containsExactlyInAnyOrder("1 a-ferry-hill s-merged", "2 a-ferry-wire s-vote");
            assertThat(SampleRows.strings(
                            connection, "select event_id || ' ' || merged_into_story_id from story_redirect"))
                    .containsExactly("1 s-ferry");
        }
    }

    @Test
    void whatWasKnownOfAFeedSaysHowItIs() throws Exception {
        try (Connection connection = migratedFrom("16", "feeds")) {
            assertThat(SampleRows.strings(connection, "select health from feed order by id"))
                    .containsExactly("HEALTHY", "FAILING");
        }
    }

    @Test
    void aFeedOfWhichArticlesWereStillToComeIsNoFailingOne() throws Exception {
        create("open_entries", name("20"));
        try (Connection connection = connect("open_entries")) {
            SampleRows.insertInto(connection);
            connection.createStatement().execute("""
                    update feed set error_kind = 'ENTRIES_OPEN', health = 'FAILING', retire_time = null where id = 'feed-hill'
                    """);
            flyway("open_entries").load().migrate();
            assertThat(
                            SampleRows.strings(
                                    connection,
                                    "select id || ' ' || health || ' ' || failure_count || ' ' || open_entry_count from feed order by id"))
                    .containsExactly("feed-harbor HEALTHY 0 0", "feed-hill HEALTHY 0 1");
        }
    }

    @Test
    void whatTheClustererSaidOfCopiesIsKeptAsItWasSaid() throws Exception {
        try (Connection connection = migratedFrom("1", "copies")) {
            assertThat(SampleRows.strings(connection, """
                            select article_id || ' ' || recorded_copy_of_article_id from membership
                            where recorded_copy_of_article_id is not null
                            """)).containsExactly("a-ferry-harbor a-ferry-wire");
            assertThat(SampleRows.strings(connection, "select last_arrival from consolidation"))
                    .containsExactly("4");
            assertThat(SampleRows.strings(connection, "select distinct story_id from story_search_due"))
                    .contains("s-ferry", "s-vote");
            assertThat(SampleRows.strings(connection, "select id from api_key").getFirst())
                    .hasSize(16);
        }
    }

    /** Every row is still there, with the same values in the columns that are. */
    private static void assertKept(Connection connection, String table, List<JsonNode> before, List<JsonNode> after)
            throws SQLException {
        Set<String> kept = columnsOf(before);
        kept.retainAll(SampleRows.strings(
                connection,
                "select column_name from information_schema.columns where table_name = '%s'".formatted(table)));
        assertThat(after.stream().map(row -> of(row, kept)).toList())
                .as(table)
                .containsAll(before.stream().map(row -> of(row, kept)).toList());
        Set<String> dropped = columnsOf(before);
        dropped.removeAll(kept);
        for (String column : dropped) {
            assertMoved(connection, table + "." + column, before.stream().map(row -> row.get(column)));
        }
    }

    private static void assertMoved(Connection connection, String column, Stream<JsonNode> values) throws SQLException {
        assertThat(MOVED).as("where values went").containsKey(column);
        assertThat(SampleRows.strings(connection, MOVED.get(column)))
                .as(column)
                .containsAll(values.filter(value -> !value.isNull())
                        .map(JsonNode::toString)
                        .toList());
    }

    private static Set<String> columnsOf(List<JsonNode> rows) {
        return rows.getFirst().properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> of(JsonNode row, Set<String> columns) {
        Map<String, JsonNode> values = new TreeMap<>();
        row.properties().stream()
                .filter(value -> columns.contains(value.getKey()))
                .forEach(value -> values.put(value.getKey(), value.getValue()));
        return values;
    }

    private static Connection migratedFrom(String version, String database) throws SQLException, IOException {
        create(database, name(version));
        Connection connection = connect(database);
        SampleRows.insertInto(connection);
        flyway(database).load().migrate();
        return connection;
    }

    private static List<String> versions() {
        return Stream.of(flyway("postgres").load().info().all())
                .map(MigrationInfo::getVersion)
                .sorted()
                .map(version -> version.getVersion())
                .toList();
    }

    private static String name(String version) {
        return "version_" + version;
    }

    private static void create(String database, String template) throws SQLException {
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute("create database %s template %s".formatted(database, template));
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), EmbeddedPostgres.USER, postgres.password());
    }

    private static FluentConfiguration flyway(String database) {
        return Flyway.configure()
                .dataSource(url(database), EmbeddedPostgres.USER, postgres.password())
                .locations("filesystem:src/main/resources/db/migration");
    }

    private static String url(String database) {
        return postgres.jdbcUrl().replace("/postgres", "/" + database);
    }
}
