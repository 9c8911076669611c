package news.parallax.catalog.search;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.viewer.Viewer;

/** Queries over the words and facets of stories. */
@Singleton
class SearchRepository {
    private static final double SECONDS_PER_HOUR = 3600;

    private final EntityManager entities;
    private final CatalogConfig.Search config;

    SearchRepository(EntityManager entities, CatalogConfig config) {
        this.entities = entities;
        this.config = config.search();
    }

    /** A story and what its place in the list is decided by. */
    private record Found(String storyId, String key) {}

    /**
     * Returns what the database looks for; empty if the text is, or has no word that says something. Has the plans of this
     * transaction made for the values at hand: a common word and a rare one want different plans. Nor may they read the
     * whole table, whose words the planner takes to be cheaper to read than they are.
     */
    String lexemes(SearchText text, String language) {
        Map<String, Object> values = new HashMap<>(text.isEmpty() ? Map.of() : Map.of("language", language));
        String expression = text.isEmpty()
                ? "''"
                : text.groups().stream()
                        .map(group -> (group.excluded() ? "!! (" : "(") + either(group.terms(), values) + ")")
                        .collect(Collectors.joining(" && "));
        Object[] row = (Object[]) bind(
                        entities.createNativeQuery("select cast(" + expression + " as text),"
                                + " set_config('plan_cache_mode', 'force_custom_plan', true),"
                                + " set_config('enable_seqscan', 'off', true)"),
                        values)
                .getSingleResult();
        return (String) row[0];
    }

    private static String either(List<SearchText.Term> terms, Map<String, Object> values) {
        return terms.stream()
                .map(term -> {
                    int number = values.size();
                    values.put("text" + number, term.text());
                    return "search_term(:language, :text%d, %b, %b)".formatted(number, term.quoted(), term.prefix());
                })
                .collect(Collectors.joining(" || "));
    }

    /** Returns the ids of stories. */
    Page<String> page(PageRequest request, SearchQuery query, Viewer viewer, String lexemes) {
        Map<String, Object> values = new HashMap<>();
        String matches = "select * from story_search where " + conditions(query.filter(), lexemes, values)
                + unmuted(viewer, values);
        boolean ranked = query.order() == SearchOrdering.RELEVANCE && !lexemes.isEmpty();
        String column = query.order() == SearchOrdering.LATEST ? "update_time" : "rank";
        String rows = query.text().wantsWords() ? "(" + matches + " offset 0) matches" : "(" + matches + ") matches";
        if (ranked) {
            rows = ranked(rows, values);
            column = "score";
        }
        if (!request.first()) {
            rows += " where (%s, story_id) < (:key, :id)".formatted(column);
            String key = request.after().getFirst();
            values.put("key", query.order() == SearchOrdering.LATEST ? PageKey.moment(key) : PageKey.decimal(key));
            values.put("id", request.after().getLast());
        }
        List<?> found = bind(
                        entities.createNativeQuery("select story_id, %s from %s order by %s desc, story_id desc"
                                .formatted(column, rows, column)),
                        values)
                .setMaxResults(request.fetchSize())
                .getResultList();
        Page<Found> page = request.page(
                found.stream()
                        .map(Object[].class::cast)
                        .map(row -> new Found((String) row[0], String.valueOf(row[1])))
                        .toList(),
                story -> List.of(story.key(), story.storyId()));
        return new Page<>(page.items().stream().map(Found::storyId).toList(), page.nextToken());
    }

    /** How many stories have a facet; all that were counted if it is empty. */
    record FacetCount(String facet, int storyCount) {}

    /** Counts those of the facets that stories have, over as many stories as a list by relevance comes to; most first. */
    List<FacetCount> countFacets(SearchQuery query, Viewer viewer, String lexemes, Collection<Facet> facets) {
        Map<String, Object> values = new HashMap<>();
        String matches = "select facets, rank, story_id from story_search where "
                + conditions(query.filter(), lexemes, values) + unmuted(viewer, values);
        values.put("candidates", config.candidates());
        values.put("prefixes", facets.stream().map(facet -> facet.of("")).toArray(String[]::new));
        List<?> counted =
                bind(entities.createNativeQuery("""
                                with counted as materialized (
                                    select facets from (%s offset 0) matches order by rank desc, story_id desc limit :candidates
                                )
                                select facet, count(*) from counted, unnest(facets) as facet
                                where left(facet, 2) = any(cast(:prefixes as text[])) group by facet
                                union all select '', count(*) from counted
                                order by 2 desc, 1
                                """.formatted(matches)), values).getResultList();
        return counted.stream()
                .map(Object[].class::cast)
                .map(row -> new FacetCount((String) row[0], ((Number) row[1]).intValue()))
                .toList();
    }

    /**
     * Scores those matches that stand highest on the front page. Like their rank there the score does not depend on the
     * time of day, so pages stay what they are.
     */
    private String ranked(String matches, Map<String, Object> values) {
        values.put("candidates", config.candidates());
        values.put("weight", config.relevanceWeight().toSeconds() / SECONDS_PER_HOUR);
        return """
                (select story_id, rank + :weight * ts_rank(headline, cast(:lexemes as tsquery), 32) as score
                 from (select * from %s order by rank desc, story_id desc limit :candidates) candidates) scored
                """.formatted(matches);
    }

    private static String conditions(SearchFilter filter, String lexemes, Map<String, Object> values) {
        var conditions = new StringBuilder("source_count >= :sourcesMin");
        values.put("sourcesMin", filter.sourcesMin());
        if (!lexemes.isEmpty()) {
            conditions.append(" and words @@ cast(:lexemes as tsquery)");
            values.put("lexemes", lexemes);
        }
        for (List<String> facets : filter.any()) {
            String name = "any" + values.size();
            String asked = facets.stream().allMatch(Facet.SOURCE_PLACE::wrote)
                    ? "search_folded(cast(:%s as text[]))"
                    : "cast(:%s as text[])";
            conditions.append(" and facets && ").append(asked.formatted(name));
            values.put(name, facets.toArray(String[]::new));
        }
        if (!filter.all().isEmpty()) {
            conditions.append(" and facets @> cast(:all as text[])");
            values.put("all", filter.all().toArray(String[]::new));
        }
        filter.from().ifPresent(from -> {
            conditions.append(" and update_time >= :from");
            values.put("from", from);
        });
        filter.to().ifPresent(to -> {
            conditions.append(" and publish_time < :to");
            values.put("to", to);
        });
        return conditions.toString();
    }

    /** Stories that somebody tells whom the reader did not mute, about nothing that they muted. */
    private static String unmuted(Viewer viewer, Map<String, Object> values) {
        String conditions = "";
        if (!viewer.mutedSources().isEmpty()) {
            conditions += " and exists (select from unnest(facets) as facet where facet like :sourceFacets"
                    + " and facet not in (select unnest(cast(:mutedSources as text[]))) offset 0)";
            values.put("sourceFacets", Facet.SOURCE.of("%"));
            values.put("mutedSources", facets(Facet.SOURCE, viewer.mutedSources()));
        }
        if (!viewer.mutedSubjects().isEmpty()) {
            conditions += " and not facets && cast(:mutedSubjects as text[])";
            values.put("mutedSubjects", facets(Facet.SUBJECT, viewer.mutedSubjects()));
        }
        return conditions;
    }

    private static String[] facets(Facet facet, Set<String> ids) {
        return ids.stream().map(facet::of).toArray(String[]::new);
    }

    private static Query bind(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
