package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.viewer.Viewer;

/**
 * Queries for what a source covers and leaves out, over the latest stories of the search index: the tables are described in V13.
 * Each looks at a bounded number of stories, whatever the source has told.
 */
@Singleton
class SourceProfileRepository {
    static final int STORIES_MAX = 1_000;
    private static final int SUBJECTS_MAX = 20;
    /** Subjects of peers that are compared with those of the source. */
    private static final int CANDIDATES = 100;

    /** One more than is counted, to see whether there are more. */
    private static final String OWN = """
            with own as (
                select story_id from story_search
                where facets @> array['s:' || :source] and update_time >= :from
                order by update_time desc, story_id desc limit :stories
            )
            """;

    /** By what split counts keep of each source: country (c) and language (l). */
    private static final String OF_PEERS = """
            with peers as (
                select story_id from story_search join story on story.id = story_search.story_id
                where facets @> cast(:facets as text[]) and not facets @> array['s:' || :source]
                    and story_search.update_time >= :from and exists (
                        select from jsonb_to_recordset(coverage_sources) as told (s text, c text, l text)
                        where (:country = '' or told.c = :country)
                            and (:language = '' or lower(split_part(told.l, '-', 1)) = :language))
                order by story_search.update_time desc, story_id desc limit :stories
            )
            """;

    private static final String SUBJECTS = """
            select subject.id, subject.kind, subject.name, subject.country, subject.story_count, cast(count(*) as int)
            from %s counted join story_subject linked on linked.story_id = counted.story_id
                join subject on subject.id = linked.subject_id
            where subject.id <> all(cast(:muted as text[]))
            group by subject.id order by count(*) desc, subject.id limit %d
            """;

    private final EntityManager entities;

    SourceProfileRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Stories of a source, and in whose company it tells them. */
    record Company(int stories, int gaps, int alone, int left, int center, int right, int unrated) {}

    /** A subject and how many of the stories that were counted are about it. */
    record Counted(String id, String kind, String name, String country, int storiesInAll, int stories) {}

    /** Who is compared: empty where it is not known. */
    record Peers(String sourceId, String country, String language) {
        boolean known() {
            return !country.isEmpty() || !language.isEmpty();
        }

        String[] facets() {
            return Stream.of("c:" + country, "l:" + language)
                    .filter(facet -> facet.length() > 2)
                    .toArray(String[]::new);
        }
    }

    /** Counts one story more than are counted elsewhere, if there are more. */
    int stories(String sourceId, Instant from) {
        return count(own("select count(*) from own", sourceId, from, STORIES_MAX + 1));
    }

    Company company(String sourceId, Instant from, Viewer viewer) {
        String query = """
                select cast(count(*) as int), cast(count(*) filter (where gap) as int),
                    cast(count(*) filter (where others = 0) as int), cast(count(*) filter (where l) as int),
                    cast(count(*) filter (where c) as int), cast(count(*) filter (where r) as int),
                    cast(count(*) filter (where u) as int)
                from (
                    select story.gap, count(*) filter (where told.s <> :source) as others,
                        bool_or(told.s <> :source and %s) as l, bool_or(told.s <> :source and %s) as c,
                        bool_or(told.s <> :source and %s) as r,
                        bool_or(told.s <> :source and told.b is null and told.s <> all(cast(:overridden as text[]))) as u
                    from own join story on story.id = own.story_id
                        cross join lateral jsonb_to_recordset(coverage_sources) as told (s text, b text)
                    group by story.id) each
                """.formatted(side("LEFT"), side("CENTER"), side("RIGHT"));
        Object[] row = (Object[]) own(query, sourceId, from, STORIES_MAX)
                .setParameter("overridden", viewer.overridden().toArray(String[]::new))
                .setParameter("LEFT", overridden(viewer, CoverageSide.LEFT))
                .setParameter("CENTER", overridden(viewer, CoverageSide.CENTER))
                .setParameter("RIGHT", overridden(viewer, CoverageSide.RIGHT))
                .getSingleResult();
        return new Company(
                (Integer) row[0],
                (Integer) row[1],
                (Integer) row[2],
                (Integer) row[3],
                (Integer) row[4],
                (Integer) row[5],
                (Integer) row[6]);
    }

    List<Counted> subjects(String sourceId, Instant from, Viewer viewer) {
        return counted(own(SUBJECTS.formatted("own", SUBJECTS_MAX), sourceId, from, STORIES_MAX)
                .setParameter("muted", viewer.mutedSubjects().toArray(String[]::new)));
    }

    /** Counts one story more than are counted elsewhere, if there are more. */
    int peerStories(Peers peers, Instant from) {
        return count(ofPeers("select count(*) from peers", peers, from, STORIES_MAX + 1));
    }

    /** Returns subjects that peers tell most and that no story of the source is about, however old within the time. */
    List<Counted> leftOut(Peers peers, Instant from, Viewer viewer) {
        String query = "select * from (" + SUBJECTS.formatted("peers", CANDIDATES) + """
                ) candidate (id, kind, name, country, story_count, stories)
                where not exists (
                    select from story_search own
                    where own.facets @> array['s:' || :source, 't:' || candidate.id] and own.update_time >= :from)
                order by stories desc, id limit %d
                """.formatted(SUBJECTS_MAX);
        return counted(ofPeers(query, peers, from, STORIES_MAX)
                .setParameter("muted", viewer.mutedSubjects().toArray(String[]::new)));
    }

    private static String side(String side) {
        return "(told.b like '%%%1$s' and told.s <> all(cast(:overridden as text[])) or told.s = any(cast(:%1$s as text[])))"
                .formatted(side);
    }

    private static String[] overridden(Viewer viewer, CoverageSide side) {
        return viewer.overriddenOn(side).toArray(String[]::new);
    }

    private Query own(String query, String sourceId, Instant from, int stories) {
        return entities.createNativeQuery(OWN + query)
                .setParameter("source", sourceId)
                .setParameter("from", from)
                .setParameter("stories", stories);
    }

    private Query ofPeers(String query, Peers peers, Instant from, int stories) {
        return entities.createNativeQuery(OF_PEERS + query)
                .setParameter("source", peers.sourceId())
                .setParameter("facets", peers.facets())
                .setParameter("country", peers.country())
                .setParameter("language", peers.language())
                .setParameter("from", from)
                .setParameter("stories", stories);
    }

    private static int count(Query query) {
        return ((Number) query.getSingleResult()).intValue();
    }

    private static List<Counted> counted(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Counted(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (Integer) row[4], (Integer)
                                row[5]))
                .toList();
    }
}
