package news.parallax.catalog.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.parallax.catalog.paging.Page;
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

    /** The title of an article. */
    record Headline(String articleId, String title) {}

    List<MembershipEntity> ofStories(Collection<String> storyIds) {
        return list("storyId in ?1", storyIds);
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
            typed.setParameter(
                            "lastEvent",
                            StoryEventRepository.number(request.after().getFirst()))
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
                        where m.storyId in :ids and m.recordedCopyOfArticleId is not null
                        order by a.listTime, a.id
                        """, Copy.class)
                .setParameter("ids", storyIds)
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
}
