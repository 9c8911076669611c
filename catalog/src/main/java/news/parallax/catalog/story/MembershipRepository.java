package news.parallax.catalog.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Queries over which articles are in a story, for those who change that. */
@Singleton
class MembershipRepository implements PanacheRepositoryBase<MembershipEntity, String> {
    /**
     * An article that was recorded as a copy.
     *
     * @param originalStoryId the story of its original; null if that is not in the catalog
     */
    record Copy(MembershipEntity membership, @Nullable String originalStoryId) {}

    /** An article as others mention it. */
    record Mention(
            String articleId,
            String title,
            String canonicalUrl,
            String language,
            String sourceId,
            String sourceName,
            String storyId) {}

    /** A story as articles of others mention it; its title is of no article and no language as long as it has none. */
    record StoryMention(String storyId, String title, String titleArticleId, String titleLanguage) {}

    /** The title of an article. */
    record Headline(String articleId, String title) {}

    /** Where an article of the window is, and what tells its version. */
    record Place(
            long arrival,
            String articleId,
            String title,
            String contentHash,
            String storyId,
            @Nullable String copyOfArticleId,
            boolean pinned,
            List<String> barredStoryIds) {}

    /** Returns the places of a window, after the article that arrived as {@code last}, in order of arrival. */
    List<Place> arrivedAfter(long last, int limit) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.MembershipRepository$Place(a.arrival, a.id, a.title,
                            a.contentHash, m.storyId, m.copyOfArticleId, m.pinned, m.barredStoryIds)
                        from ArticleEntity a join MembershipEntity m on m.articleId = a.id
                        where a.arrival > :last order by a.arrival
                        """, Place.class)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList();
    }

    Map<String, MembershipEntity> byIds(Collection<String> articleIds) {
        return list("one_of(?1, articleId)", (Object) articleIds.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(membership -> membership.articleId, membership -> membership));
    }

    List<MembershipEntity> ofStories(Collection<String> storyIds) {
        return list("one_of(?1, storyId)", (Object) storyIds.toArray(String[]::new));
    }

    Set<String> articleIds(String storyId) {
        return Set.copyOf(getEntityManager()
                .createQuery("select m.articleId from MembershipEntity m where m.storyId = :story", String.class)
                .setParameter("story", storyId)
                .getResultList());
    }

    /** Lists the articles that an editor keeps out of any of some stories. */
    Set<MembershipEntity> barredFrom(Collection<String> storyIds) {
        Set<MembershipEntity> barred = new LinkedHashSet<>();
        for (String storyId : storyIds) {
            // the first condition is that of the index
            barred.addAll(list("placementEventId is not null and array_contains(barredStoryIds, ?1)", storyId));
        }
        return barred;
    }

    /** Lists the articles that editors decided about, by the event of the latest decision, then by id. */
    Page<MembershipEntity> placements(PageRequest request, long afterEventId) {
        String query = "from MembershipEntity m where m.placementEventId > :event"
                + (request.first() ? "" : " and (m.placementEventId, m.articleId) > (:lastEvent, :lastArticle)")
                + " order by m.placementEventId, m.articleId";
        var typed = getEntityManager()
                .createQuery(query, MembershipEntity.class)
                .setParameter("event", afterEventId)
                .setMaxResults(request.fetchSize());
        if (!request.first()) {
            typed.setParameter("lastEvent", PageKey.number(request.after().getFirst()))
                    .setParameter("lastArticle", request.after().getLast());
        }
        return request.page(typed.getResultList(), row -> List.of(String.valueOf(row.placementEventId), row.articleId));
    }

    /** Returns the last look of the clusterer at all stories. */
    ConsolidationEntity consolidation() {
        return Objects.requireNonNull(getEntityManager().find(ConsolidationEntity.class, ConsolidationEntity.ONLY));
    }

    /** Lists the articles of stories that were recorded as copies, earliest publication first, ties by id. */
    List<Copy> copies(Collection<String> storyIds) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.MembershipRepository$Copy(m, o.storyId)
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                            left join MembershipEntity o on o.articleId = m.recordedCopyOfArticleId
                        where one_of(:ids, m.storyId) and m.recordedCopyOfArticleId is not null
                        order by a.listTime, a.id
                        """, Copy.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultList();
    }

    /** Returns the title of a story's earliest article that has one; empty if none has. */
    Optional<Headline> earliestHeadline(String storyId) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.MembershipRepository$Headline(a.id, a.title)
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                        where m.storyId = :story and a.title <> '' order by a.listTime, a.id
                        """, Headline.class)
                .setParameter("story", storyId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void add(MembershipExplanationEntity explanation) {
        getEntityManager().persist(explanation);
    }

    /** Keeps the comparisons behind memberships in place of those that were kept. */
    void explainAnew(Collection<MembershipDraft> drafts) {
        getEntityManager()
                .createQuery("delete from MembershipExplanationEntity where one_of(:ids, articleId)")
                .setParameter(
                        "ids", drafts.stream().map(MembershipDraft::articleId).toArray(String[]::new))
                .executeUpdate();
        drafts.stream().flatMap(draft -> draft.explanation().stream()).forEach(this::add);
    }

    /** Returns the comparisons behind memberships, by article; those without are left out. */
    Map<String, MembershipExplanationEntity> explanations(Collection<String> articleIds) {
        return getEntityManager()
                .createQuery(
                        "from MembershipExplanationEntity where one_of(:ids, articleId)",
                        MembershipExplanationEntity.class)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(why -> why.articleId, why -> why));
    }

    Map<String, Mention> mentions(Collection<String> articleIds) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.MembershipRepository$Mention(
                            a.id, a.title, a.canonicalUrl, a.language, s.id, s.name, m.storyId)
                        from MembershipEntity m join ArticleEntity a on a.id = m.articleId
                            join SourceEntity s on s.id = a.sourceId
                        where one_of(:ids, a.id)
                        """, Mention.class)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Mention::articleId, mention -> mention));
    }

    Map<String, StoryMention> storyMentions(Collection<String> storyIds) {
        return getEntityManager()
                .createQuery("""
                        select new news.parallax.catalog.story.MembershipRepository$StoryMention(
                            s.id, s.title, coalesce(s.titleArticleId, ''), coalesce(a.language, ''))
                        from StoryEntity s left join ArticleEntity a on a.id = s.titleArticleId
                        where one_of(:ids, s.id)
                        """, StoryMention.class)
                .setParameter("ids", storyIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(StoryMention::storyId, mention -> mention));
    }
}
