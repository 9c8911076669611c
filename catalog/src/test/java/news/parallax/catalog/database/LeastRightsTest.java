package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import news.parallax.catalog.EmbeddedPostgresResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the roles cannot do. What the service's can is tested everywhere else: all tests of the service have it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class LeastRightsTest {
    private static final String REFUSED = "42501"; // insufficient_privilege
    private static final String READ_ONLY = "25006"; // read_only_sql_transaction

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mark (id int)",
                "create schema mark",
                "create temporary table mark (id int)",
                "create function mark() returns int language sql return 1",
                "create extension btree_gin",
                "create role mark",
                "alter table story add column mark int",
                "alter table story owner to parallax_catalog",
                "alter table story disable trigger all",
                "drop table story_details",
                "drop function add_month(text, date)",
                "create index on story (id)",
                "truncate story_details",
                "insert into flyway_schema_history (installed_rank) values (1000)",
                "delete from flyway_schema_history",
                "alter role parallax_catalog superuser",
                "set role parallax_owner",
                "select add_month('story', '2026-01-01')",
                "select drop_months('story_coverage', '2026-01-01')",
                "select pg_read_file('postgresql.conf')",
                "copy story to program 'cat'",
                "set session_replication_role = replica"
            })
    void theServiceCannot(String statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(value(connection, "select current_user")).isEqualTo(Roles.CATALOG);
            assertRefused(connection, statement);
        }
    }

    @Test
    void theMonthsThatTheServiceAsksForBelongToTheOwner() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("select add_month('article_text', '2031-01-01')");

            assertThat(value(connection, """
                            select pg_get_userbyid(relowner) || has_table_privilege('parallax_catalog', oid, 'insert')
                            from pg_class where relname = 'article_text_2031_01'
                            """)).isEqualTo(Roles.OWNER + "true");
            connection.createStatement().execute("select drop_months('article_text', '2000-01-01')");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"story", "article", "rating", "feed", "story_coverage", "job_run"})
    void reportsAreMadeOfWhatIsAboutNews(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Roles.REPORTS, Roles.PASSWORD)) {
            assertThat(value(connection, "select count(*) from " + table)).matches("\\d+");
        }
    }

    @Test
    void nothingOfReadersCanBeReported() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Roles.REPORTS, Roles.PASSWORD)) {
            assertThat(value(connection, """
                            select string_agg(distinct relname, ' ')
                            from pg_class join pg_attribute on attrelid = pg_class.oid
                            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
                                and (relname in ('reader', 'article_text', 'audit_entry', 'request_count', 'feed_subscription', 'webhook_delivery')
                                    or attname in ('reader_id', 'actor_id', 'secret', 'hash', 'email', 'client_address'))
                                and has_table_privilege('parallax_reports', pg_class.oid, 'select')
                            """)).isNull();
            assertRefused(connection, "select * from reader");
            assertRefused(connection, "select * from api_key");
            assertRefused(connection, "update story set id = id");
            assertThatThrownBy(() -> connection
                            .createStatement()
                            .execute("set default_transaction_read_only = off; update story set id = id"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void assertRefused(Connection connection, String statement) {
        assertThatThrownBy(() -> {
                    try (var created = connection.createStatement()) {
                        created.execute(statement);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).as(e.getMessage()).isIn(REFUSED, READ_ONLY));
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
