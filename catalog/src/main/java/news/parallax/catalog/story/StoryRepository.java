package news.parallax.catalog.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.catalog.article.ArticleEntity;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.source.SourceEntity;

/** Queries over stories, their members and the series of their coverage. */
@Singleton
public class StoryRepository implements PanacheRepositoryBase<StoryEntity, String> {
    /** An article with its source and the reason why it is in its story. */
    record Member(ArticleEntity article, MembershipEntity membership, SourceEntity source) {}

    /**
     * What one source adds to a story.
     *
     * @param independent whether one of its articles is no copy of another in the story, nor repeats the text of an earlier
     *     one by an outlet of the same owner
     */
    record Contribution(
            String storyId, String sourceId, int articles, boolean independent, Instant published, Instant updated) {
        /** Returns what both add, which are of one source. */
        Contribution and(Contribution other) {
            return new Contribution(
                    storyId,
                    sourceId,
                    articles + other.articles,
                    independent || other.independent,
                    published.isBefore(other.published) ? published : other.published,
                    updated.isAfter(other.updated) ? updated : other.updated);
        }
    }

    /** The article that a headline or a point of a summary is taken from. */
    record Citation(String articleId, String storyId, String sourceId, String sourceName, String language) {}

    private final StoryRedirectRepository redirects;

    StoryRepository(StoryRedirectRepository redirects) {
        this.redirects = redirects;
    }

    /** Finds the story that an id stands for: another one if it was merged. */
    Optional<StoryEntity> findRemaining(String id) {
        return findByIdOptional(redirects.targetOf(id));
    }

    /** Returns the story that an id stands for. */
    public StoryEntity require(String id) {
        return findRemaining(id).orElseThrow(() -> missing(id));
    }

    /** Returns the very story of an id, even if it was merged. */
    StoryEntity requireItself(String id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    public Map<String, StoryEntity> byIds(Collection<String> ids) {
        return list("one_of(?1, id)", (Object) ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(story -> story.id, story -> story));
    }

    static final String MEMBERS = """
            select new news.parallax.catalog.story.StoryRepository$Member(a, m, s)
            from MembershipEntity m join ArticleEntity a on a.id = m.articleId join SourceEntity s on s.id = a.sourceId
            """;

    Optional<Member> member(String articleId) {
        return getEntityManager()
                .createQuery(MEMBERS + " where m.articleId = :article", Member.class)
                .setParameter("article", articleId)
                .getResultStream()
                .findFirst();
    }

    /** Counts the copies of each article within its own story; articles without copies are left out. */
    Map<String, Integer> copyCounts(Collection<String> articleIds) {
        return getEntityManager()
                .createQuery("""
                        select o.articleId, count(*)
                        from MembershipEntity o join MembershipEntity c
                            on c.copyOfArticleId = o.articleId and c.storyId = o.storyId
                        where one_of(:ids, o.articleId) group by o.articleId
                        """, Object[].class)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue()));
    }

    Map<String, MembershipEntity> memberships(Collection<String> articleIds) {
        return getEntityManager()
                .createQuery("from MembershipEntity where one_of(:ids, articleId)", MembershipEntity.class)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(membership -> membership.articleId, membership -> membership));
    }

    void add(MembershipEntity membership) {
        getEntityManager().persist(membership);
    }

    Map<String, Citation> citations(Collection<String> articleIds) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.StoryRepository$Citation(
                            a.id, m.storyId, s.id, s.name, a.language)
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                            join SourceEntity s on s.id = a.sourceId
                        where one_of(:ids, a.id)
                        """, Citation.class)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Citation::articleId, citation -> citation));
    }

    /** Returns what only the page of a story shows, by story; those of which nothing was said yet are left out. */
    Map<String, StoryDetailsEntity> details(Collection<String> storyIds) {
        return getEntityManager()
                .createQuery("from StoryDetailsEntity where one_of(:ids, storyId)", StoryDetailsEntity.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(details -> details.storyId, details -> details));
    }

    /** Returns of stories what they tell of their subjects: details that hold nothing else, by story. */
    Map<String, String> subjects(Collection<String> storyIds) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select story_id, cast(jsonb_build_object('subjects', details -> 'subjects') as text)
                        from story_details where story_id = any(cast(:ids as text[])) and details -> 'subjects' is not null
                        """)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row ->
                (String) row[1]));
    }

    /** Returns the ids of a story's subjects by the names that it has for them, as far as it is indexed. */
    Map<String, String> subjectIds(String storyId) {
        List<?> rows = getEntityManager()
                .createNativeQuery("select name, subject_id from story_subject where story_id = :story")
                .setParameter("story", storyId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (one, _) -> one));
    }

    void add(StoryDetailsEntity details) {
        getEntityManager().persist(details);
    }

    /**
     * Returns what the articles of each source add to each of the stories, by source id. News time is publication or change, but never
     * later than the moment we saw it: a clock that runs ahead must not hold a story at the top.
     */
    List<Contribution> contributions(Collection<String> storyIds) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.StoryRepository$Contribution(
                            m.storyId, a.sourceId, cast(count(*) as integer),
                            max(case when o.articleId is null and not one_of(:repeats, a.id) then 1 else 0 end) = 1,
                            min(least(a.listTime, a.discoverTime)),
                            max(least(coalesce(greatest(a.publishTime, a.modifyTime), a.observeTime), a.observeTime)))
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                            left join MembershipEntity o on o.articleId = m.copyOfArticleId and o.storyId = m.storyId
                        where one_of(:ids, m.storyId)
                        group by m.storyId, a.sourceId order by a.sourceId
                        """, Contribution.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .setParameter("repeats", repeatsWithinOwners(storyIds).toArray(String[]::new))
                .getResultList();
    }

    /** Returns what articles that are no longer kept add to each of the stories. */
    List<Contribution> pastContributions(Collection<String> storyIds) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.StoryRepository$Contribution(
                            p.storyId, p.sourceId, p.articleCount, p.independent, p.publishTime, p.updateTime)
                        from PastContributionEntity p where one_of(:ids, p.storyId)
                        """, Contribution.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultList();
    }

    /**
     * Returns the articles whose very text, or title where there is no text, an outlet of the same owner published before
     * in the same story: chains print one report under many names, and a short one has too few words to be told a copy by.
     * What is told a copy is left out.
     */
    private List<String> repeatsWithinOwners(Collection<String> storyIds) {
        List<String> repeating = repeating(storyIds);
        return repeating.isEmpty() ? List.of() : repeatsWithinOwnersOf(repeating);
    }

    /** Returns those of the stories in which two articles are the same to the letter: few, and cheaply found. */
    private List<String> repeating(Collection<String> storyIds) {
        return getEntityManager()
                .createQuery("""
                        select distinct m.storyId
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                        where one_of(:ids, m.storyId)
                        group by m.storyId, a.contentHash, case when a.contentHash = '' then a.title else '' end
                        having count(*) > 1
                        """, String.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultList();
    }

    private List<String> repeatsWithinOwnersOf(List<String> storyIds) {
        return getEntityManager()
                .createQuery("""
                        select distinct a.id
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                            join SourceEntity s on s.id = a.sourceId join s.owners w
                            join MembershipEntity n on n.storyId = m.storyId
                            join ArticleEntity b on b.id = n.articleId and b.contentHash = a.contentHash
                            join SourceEntity t on t.id = b.sourceId join t.owners v
                            left join MembershipEntity o on o.articleId = m.copyOfArticleId and o.storyId = m.storyId
                        where one_of(:ids, m.storyId) and o.articleId is null and w.owner.id = v.owner.id and s.id <> t.id
                            and (a.contentHash <> '' or a.title = b.title)
                            and (b.listTime, b.id) < (a.listTime, a.id)
                        """, String.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultList();
    }

    List<String> storyIdsOfSources(Collection<String> sourceIds) {
        return getEntityManager()
                .createQuery("""
                        select m.storyId from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                        where one_of(:ids, a.sourceId)
                        union select p.storyId from PastContributionEntity p where one_of(:ids, p.sourceId)
                        order by 1
                        """, String.class)
                .setParameter("ids", sourceIds.toArray(String[]::new))
                .getResultList();
    }

    void add(StoryCoverageEntity coverage) {
        getEntityManager().persist(coverage);
    }

    /** Returns how a story was covered at a moment; empty if it was not yet. */
    Optional<StoryCoverageEntity> coverageAt(String storyId, Instant moment) {
        return getEntityManager()
                .createQuery(
                        "from StoryCoverageEntity where storyId = :story and asOfTime <= :moment order by asOfTime desc",
                        StoryCoverageEntity.class)
                .setParameter("story", storyId)
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Lists how a story came to be covered in a time, its end not included, earliest first. */
    Page<StoryCoverageEntity> series(
            PageRequest request, String storyId, Optional<Instant> from, Optional<Instant> until) {
        String query = "from StoryCoverageEntity where storyId = :story"
                + (from.isPresent() ? " and asOfTime >= :from" : "")
                + (until.isPresent() ? " and asOfTime < :until" : "")
                + (request.first() ? "" : " and asOfTime > :last")
                + " order by asOfTime";
        var typed = getEntityManager()
                .createQuery(query, StoryCoverageEntity.class)
                .setParameter("story", storyId)
                .setMaxResults(request.fetchSize());
        from.ifPresent(moment -> typed.setParameter("from", moment));
        until.ifPresent(moment -> typed.setParameter("until", moment));
        if (!request.first()) {
            typed.setParameter("last", PageKey.moment(request.after().getFirst()));
        }
        return request.page(typed.getResultList(), coverage -> List.of(String.valueOf(coverage.asOfTime)));
    }

    /**
     * Returns the ids of a story's articles that had come into it by a moment, by source, earliest first.
     *
     * @param counted when the split was counted: articles are listed under the sources that there were then
     */
    Map<String, List<String>> articleIdsBySource(String storyId, Instant moment, Instant counted) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select coalesce((
                                select merged_id from merged_source_article merged
                                where merged.article_id = article.id and merge_time > :counted order by merge_time limit 1),
                            source_id), article.id
                        from membership join article on article.id = membership.article_id
                        where story_id = :story and create_time <= :moment order by list_time, article.id
                        """)
                .setParameter("story", storyId)
                .setParameter("moment", moment)
                .setParameter("counted", counted)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    List<String> ids() {
        return getEntityManager()
                .createQuery("select s.id from StoryEntity s order by s.id", String.class)
                .getResultList();
    }

    /** Has the rest of the transaction write what was changed when it is told to flush and at its end, not before each query. */
    void flushOnlyWhenTold() {
        getEntityManager().setFlushMode(FlushModeType.COMMIT);
    }

    /** Writes what was changed and lets go of all rows that were read. */
    void forgetRead() {
        flush();
        getEntityManager().clear();
    }

    /** Returns the settings that all stories were counted with; without any in a new database. */
    RecountRulesEntity recountRules() {
        RecountRulesEntity applied = getEntityManager().find(RecountRulesEntity.class, RecountRulesEntity.ONLY);
        if (applied == null) {
            applied = new RecountRulesEntity();
            applied.rules = "";
            getEntityManager().persist(applied);
        }
        return applied;
    }

    private static NotFound missing(String id) {
        return new NotFound("STORY_NOT_FOUND", "There is no story %s".formatted(id), Map.of("story_id", id));
    }
}
