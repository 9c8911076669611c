package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/**
 * Rows for every table that any version of the database has, in an order in which they can be inserted, with values for every
 * column: {@code migration/rows.json}. A version takes of them what it has a table and columns for.
 */
public final class SampleRows {
    private static final Path FILE = Path.of("src/test/resources/migration/rows.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleRows() {}

    /** Makes a database of a version ("latest" is one) with rows in all its tables, in a folder of the embedded PostgreSQL. */
    public static void fill(Path folder, String version) throws SQLException, IOException {
        try (var postgres = EmbeddedPostgres.start(folder, Duration.ofMinutes(1))) {
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password())
                    .locations("filesystem:src/main/resources/db/migration")
                    .target(version)
                    .load()
                    .migrate();
            try (Connection connection =
                    DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password())) {
                insertInto(connection);
            }
        }
    }

    /** Fills all tables. Fails if the file has no row for a table, or no value for a column. */
    public static void insertInto(Connection connection) throws SQLException, IOException {
        JsonNode file = JSON.readTree(FILE.toFile());
        List<String> tables = tables(connection);
        assertThat(file.fieldNames()).toIterable().as("tables in %s", FILE).containsAll(tables);
        for (Map.Entry<String, JsonNode> rows : file.properties()) {
            if (tables.contains(rows.getKey())) {
                insert(connection, rows.getKey(), rows.getValue());
            }
        }
        strings(connection, "select setval('article_arrival', max(arrival)) from article");
    }

    /** Returns all rows of all tables as JSON, in order. */
    public static Map<String, List<JsonNode>> of(Connection connection) throws SQLException, IOException {
        Map<String, List<JsonNode>> all = new TreeMap<>();
        for (String table : tables(connection)) {
            List<JsonNode> rows = new ArrayList<>();
            for (String row : strings(connection, "select to_jsonb(t) from %s t order by t::text".formatted(table))) {
                rows.add(JSON.readTree(row));
            }
            all.put(table, Collections.unmodifiableList(rows));
        }
        return all;
    }

    /** Returns the names of all tables but for those of Flyway, and the months of others. */
    static List<String> tables(Connection connection) throws SQLException {
        return strings(connection, """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                    and relname <> 'flyway_schema_history'
                """);
    }

    static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    /** Rows that a migration brings are left as they are. */
    private static void insert(Connection connection, String table, JsonNode rows) throws SQLException {
        List<String> columns = strings(
                connection,
                "select column_name from information_schema.columns where table_name = '%s' and is_generated = 'NEVER'"
                        .formatted(table));
        String names = String.join(", ", columns);
        String insert = """
                insert into %1$s (%2$s) overriding system value
                select %2$s from jsonb_populate_record(null::%1$s, cast(? as jsonb)) on conflict do nothing
                """.formatted(table, names);
        addMonths(connection, table, rows);
        try (var statement = connection.prepareStatement(insert)) {
            for (JsonNode row : rows) {
                assertThat(row.fieldNames())
                        .toIterable()
                        .as("columns of %s in %s", table, FILE)
                        .containsAll(columns);
                statement.setString(1, row.toString());
                statement.executeUpdate();
            }
        }
        for (String column : identities(connection, table)) {
            strings(
                    connection,
                    "select setval(pg_get_serial_sequence('%1$s', '%2$s'), max(%2$s)) from %1$s"
                            .formatted(table, column));
        }
    }

    private static void addMonths(Connection connection, String table, JsonNode rows) throws SQLException {
        boolean inMonths = !strings(
                        connection,
                        "select partstrat from pg_partitioned_table where partrelid = '%s'::regclass".formatted(table))
                .isEmpty();
        if (inMonths) {
            for (JsonNode row : rows) {
                String time = row.has("month")
                        ? row.get("month").textValue()
                        : row.get("as_of_time").textValue();
                strings(connection, "select add_month('%s', '%s-01')".formatted(table, time.substring(0, 7)));
            }
        }
    }

    private static List<String> identities(Connection connection, String table) throws SQLException {
        return strings(
                connection,
                "select column_name from information_schema.columns where table_name = '%s' and is_identity = 'YES'"
                        .formatted(table));
    }
}
