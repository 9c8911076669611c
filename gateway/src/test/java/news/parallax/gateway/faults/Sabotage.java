package news.parallax.gateway.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Damage of all kinds that an {@link Audit} must see, done and undone again: an audit that sees nothing proves nothing. */
final class Sabotage {
    private static final List<String> DEEDS = List.of(
            "delete from membership where article_id = (select max(article_id) from membership)",
            "update story set article_count = article_count + 1 where id = (select max(id) from story where article_count > 0)",
            "update story set source_count = source_count + 1 where id = (select max(id) from story where article_count > 0)",
            "update story set coverage_sources = coverage_sources - 0 where id = (select max(id) from story where article_count > 0)",
            "update article set title = title || '!' where id in (select id from article where canonical_url like '%/invented/%')",
            "update article set canonical_url = canonical_url || '!'",
            "delete from story_redirect where story_id = (select max(story_id) from story_redirect)",
            "delete from reader_mark",
            "delete from saved_story",
            "delete from reading",
            "delete from rating_override");

    private Sabotage() {}

    /** Audits of a connection. */
    @FunctionalInterface
    interface Check {
        Audit of(Connection database) throws SQLException;
    }

    /** Returns the deeds that a check does not see. */
    static List<String> unseen(Connection database, Check check) throws SQLException {
        List<String> unseen = new ArrayList<>();
        database.setAutoCommit(false);
        for (String deed : DEEDS) {
            try (Statement statement = database.createStatement()) {
                statement.execute("set local session_replication_role = replica"); // foreign keys would be in the way
                if (statement.executeUpdate(deed) > 0
                        && check.of(database).faults().isEmpty()) {
                    unseen.add(deed);
                }
            } finally {
                database.rollback();
            }
        }
        database.setAutoCommit(true);
        return unseen;
    }
}
