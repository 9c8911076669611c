package news.parallax.catalog.search;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.viewer.Viewer;

/** Queries over subjects, and over names of subjects and sources. */
@Singleton
public class SubjectRepository implements PanacheRepositoryBase<SubjectEntity, String> {
    private static final int SOURCES_LIMIT = 20;
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private final CatalogConfig.Search config;

    SubjectRepository(CatalogConfig config) {
        this.config = config.search();
    }

    /** How many stories a source has an article in, of so many that were counted. */
    record Cover(String sourceId, int stories, int counted) {}

    public SubjectEntity require(String id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new NotFound(
                        "SUBJECT_NOT_FOUND", "There is no subject %s".formatted(id), Map.of("subject_id", id)));
    }

    /** Returns a subject by its id, or a country by its ISO 3166-1 alpha-2 code in any case. */
    SubjectEntity requireIdOrCountry(String idOrCountry) {
        return require(COUNTRY.matcher(idOrCountry).matches() ? idOfCountry(idOrCountry) : idOrCountry);
    }

    /** As the view told_subject makes it. */
    private String idOfCountry(String code) {
        return (String) getEntityManager()
                .createNativeQuery(
                        "select substr(encode(sha256(convert_to('country:' || upper(:code), 'UTF8')), 'hex'), 1, 20)")
                .setParameter("code", code)
                .getSingleResult();
    }

    public Map<String, SubjectEntity> byIds(Collection<String> ids) {
        return list("one_of(?1, id)", (Object) ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(subject -> subject.id, subject -> subject));
    }

    /** Lists subjects of stories by most stories. */
    Page<SubjectEntity> page(PageRequest request, Collection<SubjectType> kinds, Viewer viewer) {
        Map<String, Object> values = new HashMap<>(Map.of("kinds", kinds));
        String query = "storyCount > 0 and kind in :kinds";
        if (!viewer.mutedSubjects().isEmpty()) {
            query += " and id not in :muted";
            values.put("muted", viewer.mutedSubjects());
        }
        if (!request.first()) {
            query += " and (storyCount, id) < (:count, :id)";
            values.put("count", PageKey.count(request.after().getFirst()));
            values.put("id", request.after().getLast());
        }
        return request.page(
                find(query + " order by storyCount desc, id desc", values)
                        .page(0, request.fetchSize())
                        .list(),
                subject -> List.of(String.valueOf(subject.storyCount), subject.id));
    }

    /** Returns the sources that have an article in most of the latest stories about a subject, but for muted ones. */
    List<Cover> coveringMost(String subjectId, Viewer viewer) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        with latest as (
                            select story_id from story_search where facets @> cast(:facets as text[])
                            order by update_time desc, story_id desc limit :stories
                        )
                        select counted.s, cast(count(*) as int), cast((select count(*) from latest) as int)
                        from latest join story on story.id = latest.story_id
                            cross join lateral jsonb_to_recordset(coverage_sources) as counted (s text)
                        where counted.s not in (select unnest(cast(:muted as text[])))
                        group by counted.s order by count(*) desc, counted.s limit :sources
                        """)
                .setParameter("facets", new String[] {Facet.SUBJECT.of(subjectId)})
                .setParameter("muted", viewer.mutedSources().toArray(String[]::new))
                .setParameter("stories", config.coveringStories())
                .setParameter("sources", SOURCES_LIMIT)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Cover((String) row[0], (Integer) row[1], (Integer) row[2]))
                .toList();
    }

    /** Returns subjects whose name may begin so, the likeliest first. */
    List<SubjectEntity> suggest(String text, Collection<SubjectType> kinds, int limit, Viewer viewer) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select subject.* from subject, search_fold(:text) as typed
                        where story_count > 0 and kind = any(cast(:kinds as text[]))
                            and id <> all(cast(:muted as text[])) and (
                        """ + alike("folded") + ") order by " + likeliest("folded")
                                + ", story_count desc, id limit :limit",
                        SubjectEntity.class)
                .setParameter("text", text)
                .setParameter("muted", viewer.mutedSubjects().toArray(String[]::new))
                .setParameter("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Returns the ids of sources whose name may begin so, the likeliest first. */
    List<String> suggestSources(String text, int limit, Viewer viewer) {
        return getEntityManager()
                .createNativeQuery(
                        "select id from source, search_fold(:text) as typed where id <> all(cast(:muted as text[])) and ("
                                + alike("search_fold(name)") + ") order by " + likeliest("search_fold(name)")
                                + ", name, id limit :limit",
                        String.class)
                .setParameter("muted", viewer.mutedSources().toArray(String[]::new))
                .setParameter("text", text)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Names that begin so, have a word that begins so, or are written much alike in part or whole. */
    private static String alike(String name) {
        return """
                %1$s like search_prefix(typed) or %1$s like '%% ' || search_prefix(typed) or typed <%% %1$s or %1$s %% typed
                """.formatted(name);
    }

    private static String likeliest(String name) {
        return """
                case when %1$s like search_prefix(typed) then 0 when %1$s like '%% ' || search_prefix(typed) then 1
                else 2 - word_similarity(typed, %1$s) end
                """.formatted(name);
    }
}
