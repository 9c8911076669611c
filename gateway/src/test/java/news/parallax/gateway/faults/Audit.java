package news.parallax.gateway.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.parallax.article.v1.Article;
import news.parallax.gateway.faults.Reader.Write;

/** Compares the rows with what was promised. Asked on a connection of its own, when nothing is written any more. */
final class Audit {
    private static final int SHOWN = 5;

    private final Connection database;
    private final List<String> faults = new ArrayList<>();

    Audit(Connection database) {
        this.database = database;
    }

    /** Returns what is wrong, a line each; nothing if all is well. */
    List<String> faults() {
        return faults;
    }

    Audit invariants() throws SQLException {
        for (Invariant invariant : Invariant.ALL) {
            note("not so: " + invariant.name(), invariant.broken(database));
        }
        return this;
    }

    /** Every article that was sent is there once, as it was last. */
    Audit articles(Collection<Article> sent) throws SQLException {
        Map<String, String> titles = pairs("select id, title from article");
        note(
                "articles lost",
                sent.stream()
                        .map(Article::getId)
                        .filter(id -> !titles.containsKey(id))
                        .toList());
        note(
                "articles in another version than the last",
                sent.stream()
                        .filter(article -> titles.containsKey(article.getId()))
                        .filter(article -> !article.getTitle().equals(titles.get(article.getId())))
                        .map(Article::getId)
                        .toList());
        return this;
    }

    /** Every page of the edition is an article. */
    Audit addresses(Collection<String> urls) throws SQLException {
        Set<String> stored = new HashSet<>(Invariant.texts(database, "select canonical_url from article"));
        note("pages lost", urls.stream().filter(url -> !stored.contains(url)).toList());
        return this;
    }

    /** The stories that acknowledgements named are there, or stand for others. */
    Audit stories(Collection<String> ids) throws SQLException {
        Set<String> stored = new HashSet<>(Invariant.texts(database, "select id from story"));
        note(
                "stories lost",
                ids.stream().filter(id -> !stored.contains(id)).distinct().toList());
        return this;
    }

    /** Whatever a reader was told to be kept is kept. */
    Audit writes(Collection<Write> acknowledged) throws SQLException {
        Kept kept = found();
        note(
                "writes of readers lost",
                acknowledged.stream().filter(kept::lacks).map(Write::toString).toList());
        return this;
    }

    /**
     * What the catalog keeps for readers, as lines.
     *
     * @param redirects story → what it stands for
     */
    private record Kept(Set<String> rows, Map<String, String> redirects) {
        boolean lacks(Write write) {
            String thing = switch (write.kind()) {
                case READING, SAVE -> redirects.getOrDefault(write.thing(), write.thing());
                case FOLLOW, OVERRIDE -> write.thing();
            };
            return !rows.contains(String.join(" ", write.kind().name(), write.reader(), thing, write.value()));
        }
    }

    private Kept found() throws SQLException {
        return new Kept(
                new HashSet<>(Invariant.texts(database, """
                        select 'FOLLOW ' || reader_id || ' ' || target_id || ' ' from reader_mark where kind = 'FOLLOW'
                        union all select 'OVERRIDE ' || reader_id || ' ' || source_id || ' ' || bias from rating_override
                        union all select 'SAVE ' || reader_id || ' ' || coalesce(r.target_story_id, w.story_id) || ' '
                            from saved_story w left join story_redirect r on r.story_id = w.story_id
                        union all select 'READING ' || reader_id || ' ' || coalesce(r.target_story_id, w.item_id) || ' '
                            from reading w left join story_redirect r on r.story_id = w.item_id
                        """)),
                pairs("select story_id, target_story_id from story_redirect"));
    }

    private Map<String, String> pairs(String query) throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                pairs.put(rows.getString(1), rows.getString(2));
            }
        }
        return pairs;
    }

    private void note(String what, List<String> which) {
        if (!which.isEmpty()) {
            faults.add("%s: %d, such as %s"
                    .formatted(what, which.size(), which.subList(0, Math.min(SHOWN, which.size()))));
        }
    }
}
