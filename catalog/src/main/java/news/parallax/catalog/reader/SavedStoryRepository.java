package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over the stories that readers saved, which may have been merged since. */
@Singleton
class SavedStoryRepository implements PanacheRepositoryBase<SavedStoryEntity, SavedStoryEntity.Key> {
    private static final String STANDS_FOR = "coalesce(r.targetStoryId, s.storyId)";

    /**
     * A saved story.
     *
     * @param storyId the remaining story
     * @param saveTime the latest, if stories that were saved became one
     */
    record Saved(String storyId, Instant saveTime) {}

    long count(String readerId) {
        return count("readerId", readerId);
    }

    /** Lists by time, the latest first. */
    Page<Saved> page(PageRequest request, String readerId) {
        String query = "select new " + Saved.class.getName() + "(" + STANDS_FOR + ", max(s.saveTime))"
                + " from SavedStoryEntity s left join StoryRedirectEntity r on r.storyId = s.storyId"
                + " where s.readerId = :reader group by " + STANDS_FOR
                + (request.first() ? "" : " having (max(s.saveTime), " + STANDS_FOR + ") < (:time, :id)")
                + " order by max(s.saveTime) desc, " + STANDS_FOR + " desc";
        var typed = getEntityManager()
                .createQuery(query, Saved.class)
                .setParameter("reader", readerId)
                .setMaxResults(request.fetchSize());
        if (!request.first()) {
            typed.setParameter("time", PageKey.moment(request.after().getFirst()))
                    .setParameter("id", request.after().getLast());
        }
        return request.page(
                typed.getResultList(), saved -> List.of(saved.saveTime().toString(), saved.storyId()));
    }

    /** Whether a story is saved under any id that stands for it. */
    boolean holds(String readerId, String storyId) {
        return count(OF_STORY, readerId, storyId) > 0;
    }

    void remove(String readerId, String storyId) {
        delete(OF_STORY, readerId, storyId);
    }

    private static final String OF_STORY = "readerId = ?1 and (storyId = ?2"
            + " or storyId in (select r.storyId from StoryRedirectEntity r where r.targetStoryId = ?2))";
}
