package news.parallax.catalog.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.parallax.catalog.database.EmbeddedPostgres;

/** Asks the database about itself, on connections that are not the catalog's. */
final class DatabaseRepository {
    private final EmbeddedPostgres postgres;

    DatabaseRepository(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Removes what loading left behind, and tells the planner what there is. */
    void tidy() throws SQLException {
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Returns when the catalog has indexed all stories. */
    void awaitIndex() throws SQLException, InterruptedException {
        for (long due = dueStories(); due > 0; due = dueStories()) {
            System.err.printf("\rto be indexed: %d   ", due);
            Thread.sleep(Duration.ofMillis(500));
        }
        System.err.println();
    }

    private long dueStories() throws SQLException {
        return number("select count(*) from story_search_due");
    }

    /** Has the server log the plan of each statement of connections that begin from now on. */
    void logPlans() throws SQLException {
        for (String setting : List.of(
                "session_preload_libraries = 'auto_explain'",
                "auto_explain.log_min_duration = 0",
                "auto_explain.log_format = 'json'")) {
            execute("alter role %s set %s".formatted(EmbeddedPostgres.USER, setting));
        }
    }

    /** Returns the tables with at least so many rows. */
    List<String> tablesOf(int rows) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select relname from pg_class where relkind = 'r' and reltuples >= " + rows)) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    /** Returns bytes on disk, indexes included, of the whole database and of the tables that take most. */
    Map<String, Long> bytes() throws SQLException {
        Map<String, Long> bytes = new TreeMap<>();
        bytes.put("database", number("select pg_database_size(current_database())"));
        for (String table : List.of(
                "article",
                "article_text",
                "membership",
                "membership_explanation",
                "story",
                "story_coverage",
                "story_details",
                "story_search",
                "story_subject")) {
            bytes.put(table, number("""
                    select sum(pg_total_relation_size(part))
                    from (select '%1$s'::regclass part union select relid from pg_partition_tree('%1$s')) parts
                    """.formatted(table)));
        }
        return bytes;
    }

    /** Returns how many articles there are. */
    long articles() throws SQLException {
        return number("select count(*) from article");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String command) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), EmbeddedPostgres.USER, postgres.password());
    }
}
