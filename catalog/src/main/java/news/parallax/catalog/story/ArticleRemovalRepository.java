package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries over articles that are to go, and those that are gone. */
@Singleton
class ArticleRemovalRepository {
    private final EntityManager entities;

    ArticleRemovalRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** An article in the order of the months in which they came. */
    record Candidate(String storyId, LocalDate month, long arrival) {}

    /** Returns the articles that came before a month, after the one of {@code month} and {@code arrival}. */
    List<Candidate> candidates(LocalDate month, long arrival, LocalDate before, int limit) {
        return entities.createQuery("""
                        select new news.parallax.catalog.story.ArticleRemovalRepository$Candidate(
                            m.storyId, a.month, a.arrival)
                        from ArticleEntity a join MembershipEntity m on m.articleId = a.id
                        where a.month < :before and (a.month, a.arrival) > (:month, :arrival)
                        order by a.month, a.arrival
                        """, Candidate.class)
                .setParameter("before", before)
                .setParameter("month", month)
                .setParameter("arrival", arrival)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Returns those of the stories all of whose articles came before a month. */
    List<String> ended(Collection<String> storyIds, LocalDate before) {
        return entities.createQuery("""
                        select m.storyId from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                        where one_of(:ids, m.storyId) group by m.storyId having max(a.month) < :before
                        """, String.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .setParameter("before", before)
                .getResultList();
    }

    void add(PastContributionEntity contribution) {
        entities.persist(contribution);
    }

    /** Removes all articles of stories and what hangs on them, but for the stories they were in; returns how many. */
    int remove(Collection<String> storyIds) {
        entities.flush();
        String[] ids = storyIds.toArray(String[]::new);
        for (String statement : REMOVAL) {
            entities.createNativeQuery(statement).setParameter("ids", ids).executeUpdate();
        }
        int articles = entities.createNativeQuery(REMOVE_ARTICLES)
                .setParameter("ids", ids)
                .executeUpdate();
        entities.clear();
        return articles;
    }

    /** Returns the stories of articles that are gone, by article. */
    Map<String, String> storiesOfRemoved(Collection<String> articleIds) {
        List<?> rows = entities.createNativeQuery("""
                        select gone.id, coalesce(redirect.target_story_id, gone.story_id)
                        from removed_article gone left join story_redirect redirect on redirect.story_id = gone.story_id
                        where gone.id = any(cast(:ids as text[]))
                        """)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row ->
                (String) row[1]));
    }

    private static final List<String> REMOVAL =
            List.of("""
            insert into removed_article (id, story_id)
            select article_id, story_id from membership where story_id = any(cast(:ids as text[]))
            """, """
            delete from article_text using article, membership
            where membership.story_id = any(cast(:ids as text[])) and article.id = membership.article_id
                and article_text.article_id = article.id and article_text.month = article.month
            """, """
            delete from article_title using membership
            where membership.story_id = any(cast(:ids as text[])) and article_title.article_id = membership.article_id
            """, """
            delete from membership_explanation using membership
            where membership.story_id = any(cast(:ids as text[]))
                and membership_explanation.article_id = membership.article_id
            """, "delete from membership where story_id = any(cast(:ids as text[]))");

    private static final String REMOVE_ARTICLES = """
            delete from article using removed_article
            where removed_article.story_id = any(cast(:ids as text[])) and article.id = removed_article.id
            """;
}
