package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.story.StoryRepository.Member;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/**
 * Queries for lists of stories and of their articles, without what their reader muted. A list walks the index of its order
 * and looks at each story until the page is full; "offset 0" keeps the planner from gathering all that is muted beforehand.
 */
@Singleton
public class StoryListRepository {
    private static final String SOURCES_OF_STORY =
            "select from jsonb_to_recordset(s.coverage_sources) as told (s text)";

    private static final String TOLD_BY_OTHERS = " and exists (" + SOURCES_OF_STORY
            + " where told.s not in (select unnest(cast(:mutedSources as text[]))) offset 0)";

    private static final String ABOUT_ELSE = " and not exists (select from story_subject about"
            + " where about.story_id = s.id and about.subject_id = any(cast(:mutedSubjects as text[])) offset 0)";

    private static final String MAY_BE_GAP = " and (s.gap or exists (" + SOURCES_OF_STORY
            + " where told.s in (select unnest(cast(:overridden as text[]))) offset 0))";

    private static final String HAS_SOURCE =
            " and exists (select 1 from membership m join article a on a.id = m.article_id"
                    + " where m.story_id = s.id and a.source_id = :sourceId)";

    private final EntityManager entities;

    StoryListRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** An article that can give a story its headline. */
    record Headline(String storyId, String articleId, String title, String language) {}

    /**
     * Returns stories in their order, after one. Of a reader who rates sources otherwise, gaps are those that may be.
     *
     * @param after key of that story; empty for the first
     */
    List<StoryEntity> after(List<String> after, int limit, StoryOrdering order, StoryFilter filter, Viewer viewer) {
        String column = order == StoryOrdering.TOP ? "s.rank" : "s.update_time";
        Map<String, Object> values = new HashMap<>();
        var query = new StringBuilder("select s.* from story s where s.article_count > 0");
        if (filter.gapOnly()) {
            query.append(gap(viewer, values));
        }
        if (filter.sourcesMin() > 0) {
            query.append(" and s.source_count >= :sourcesMin");
            values.put("sourcesMin", filter.sourcesMin());
        }
        filter.sourceId().ifPresent(id -> {
            query.append(HAS_SOURCE);
            values.put("sourceId", id);
        });
        query.append(unmuted(viewer, values));
        if (!after.isEmpty()) {
            query.append(" and (%s, s.id) < (:key, :id)".formatted(column));
            String key = after.getFirst();
            values.put("key", order == StoryOrdering.TOP ? PageKey.decimal(key) : PageKey.moment(key));
            values.put("id", after.getLast());
        }
        query.append(" order by %s desc, s.id desc".formatted(column));
        return rows(query.toString(), StoryEntity.class, values, limit);
    }

    /** Returns those of the stories that a reader did not mute. */
    public Set<String> visible(Collection<String> storyIds, Viewer viewer) {
        Map<String, Object> values = new HashMap<>(Map.of("ids", storyIds.toArray(String[]::new)));
        String query = "select s.id from story s where s.id = any(cast(:ids as text[]))" + unmuted(viewer, values);
        return new HashSet<>(rows(query, String.class, values, storyIds.size()));
    }

    private static String gap(Viewer viewer, Map<String, Object> values) {
        if (viewer.biases().isEmpty()) {
            return " and s.gap";
        }
        values.put("overridden", viewer.overridden().toArray(String[]::new));
        return MAY_BE_GAP;
    }

    private static String unmuted(Viewer viewer, Map<String, Object> values) {
        String conditions = "";
        if (!viewer.mutedSources().isEmpty()) {
            conditions += TOLD_BY_OTHERS;
            values.put("mutedSources", viewer.mutedSources().toArray(String[]::new));
        }
        if (!viewer.mutedSubjects().isEmpty()) {
            conditions += ABOUT_ELSE;
            values.put("mutedSubjects", viewer.mutedSubjects().toArray(String[]::new));
        }
        return conditions;
    }

    /** Lists the members of a story, latest publication first, ties by id. */
    Page<Member> members(PageRequest request, String storyId, Optional<CoverageSide> side, Viewer viewer) {
        String query = StoryRepository.MEMBERS + " where m.storyId = :story"
                + ViewerRepository.sourceConditions(viewer, side)
                + (request.first() ? "" : " and (a.listTime, a.id) < (:time, :id)")
                + " order by a.listTime desc, a.id desc";
        var typed = entities.createQuery(query, Member.class)
                .setParameter("story", storyId)
                .setMaxResults(request.fetchSize());
        ViewerRepository.bind(typed, viewer, side);
        if (!request.first()) {
            typed.setParameter("time", PageKey.moment(request.after().get(0)))
                    .setParameter("id", request.after().get(1));
        }
        return request.page(
                typed.getResultList(),
                member -> List.of(String.valueOf(member.article().listTime), member.article().id));
    }

    /** Returns of each story the latest article that is not of these sources; stories without any are left out. */
    Map<String, Headline> headlinesOfOthers(Collection<String> storyIds, Collection<String> sourceIds) {
        List<?> rows = entities.createNativeQuery("""
                        select story.id, other.id, other.title, other.language
                        from unnest(cast(:stories as text[])) as story (id) cross join lateral (
                            select a.id, a.title, a.language from membership m join article a on a.id = m.article_id
                            where m.story_id = story.id
                                and a.source_id not in (select unnest(cast(:sources as text[])))
                            order by a.list_time desc, a.id desc limit 1) other
                        """)
                .setParameter("stories", storyIds.toArray(String[]::new))
                .setParameter("sources", sourceIds.toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Headline((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .collect(Collectors.toMap(Headline::storyId, Function.identity()));
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> rows(String query, Class<T> type, Map<String, Object> values, int limit) {
        Query typed = entities.createNativeQuery(query, type).setMaxResults(limit);
        values.forEach(typed::setParameter);
        return typed.getResultList();
    }
}
