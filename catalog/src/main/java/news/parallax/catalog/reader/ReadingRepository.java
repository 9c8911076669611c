package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Queries over what readers read. */
@Singleton
class ReadingRepository implements PanacheRepositoryBase<ReadingEntity, ReadingEntity.Key> {
    /** Of stories that were merged since, the remaining one. */
    private static final String STANDS_FOR = "coalesce(r.targetStoryId, h.storyId)";

    private static final String HISTORY =
            " from ReadingEntity h left join StoryRedirectEntity r on r.storyId = h.storyId";

    /**
     * A line of a history.
     *
     * @param storyId the remaining story
     * @param storyTitle its headline now
     * @param articleTitle null if it was the story's own page, or if the article is no longer kept
     */
    record Line(
            ReadingEntity reading,
            String storyId,
            String storyTitle,
            @Nullable String articleTitle) {}

    /** An article as it can be read. */
    record Item(String storyId, String sourceId) {}

    /**
     * How many articles of a source were read.
     *
     * @param bias as the reader sees it; null if it is unrated
     */
    record SourceCount(
            String sourceId, String name, @Nullable BiasStep bias, int articles) {}

    /** From a moment until another, that one not included; where there is none, all. */
    record Period(Optional<Instant> from, Optional<Instant> to) {
        Instant first() {
            return from.orElse(Instant.EPOCH);
        }

        /** The year 9999 ends before. */
        Instant end() {
            return to.orElse(Instant.ofEpochSecond(253_402_300_800L));
        }
    }

    Optional<Item> item(String articleId) {
        return getEntityManager()
                .createQuery(
                        "select new " + Item.class.getName() + "(m.storyId, a.sourceId)"
                                + " from MembershipEntity m join ArticleEntity a on a.id = m.articleId where a.id = :id",
                        Item.class)
                .setParameter("id", articleId)
                .getResultStream()
                .findFirst();
    }

    /** Drops what is older than a moment, and what is more than so much, the oldest first. */
    void prune(String readerId, Instant keepFrom, int limit) {
        getEntityManager()
                .createNativeQuery("""
                        delete from reading where reader_id = :reader and (read_time < :from or item_id in (
                            select item_id from reading where reader_id = :reader
                            order by read_time desc, item_id desc offset :limit))
                        """)
                .setParameter("reader", readerId)
                .setParameter("from", keepFrom)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    /** Lists by time, the latest first. */
    Page<Line> page(PageRequest request, String readerId) {
        String query = "select new " + Line.class.getName() + "(h, s.id, s.title, a.title)" + HISTORY
                + " join StoryEntity s on s.id = " + STANDS_FOR + " left join ArticleEntity a on a.id = h.itemId"
                + " where h.readerId = :reader"
                + (request.first() ? "" : " and (h.readTime, h.itemId) < (:time, :id)")
                + " order by h.readTime desc, h.itemId desc";
        var typed = getEntityManager()
                .createQuery(query, Line.class)
                .setParameter("reader", readerId)
                .setMaxResults(request.fetchSize());
        if (!request.first()) {
            typed.setParameter("time", PageKey.moment(request.after().getFirst()))
                    .setParameter("id", request.after().getLast());
        }
        return request.page(
                typed.getResultList(), line -> List.of(line.reading().readTime.toString(), line.reading().itemId));
    }

    /** Forgets what was read in a period. */
    int forget(String readerId, Period period) {
        return (int)
                delete("readerId = ?1 and readTime >= ?2 and readTime < ?3", readerId, period.first(), period.end());
    }

    /** Forgets what was read in a period of a story, under any id that stands for it. */
    int forget(String readerId, Period period, String storyId) {
        return (int) delete(
                "readerId = ?1 and readTime >= ?2 and readTime < ?3 and (storyId = ?4"
                        + " or storyId in (select r.storyId from StoryRedirectEntity r where r.targetStoryId = ?4))",
                readerId,
                period.first(),
                period.end(),
                storyId);
    }

    /** Counts the articles of each source that were read in a period, most first, then by id. */
    List<SourceCount> sources(String readerId, Period period) {
        return getEntityManager()
                .createQuery(
                        "select new " + SourceCount.class.getName()
                                + "(h.sourceId, coalesce(s.name, ''), coalesce(o.bias, s.bias), cast(count(*) as integer))"
                                + " from ReadingEntity h left join SourceEntity s on s.id = h.sourceId"
                                + " left join RatingOverrideEntity o"
                                + " on o.readerId = h.readerId and o.sourceId = h.sourceId"
                                + " where h.readerId = :reader and h.sourceId <> ''"
                                + " and h.readTime >= :from and h.readTime < :to"
                                + " group by h.sourceId, s.name, o.bias, s.bias order by count(*) desc, h.sourceId",
                        SourceCount.class)
                .setParameter("reader", readerId)
                .setParameter("from", period.first())
                .setParameter("to", period.end())
                .getResultList();
    }

    /** Counts the stories that were read in a period, or an article of them. */
    int stories(String readerId, Period period) {
        return getEntityManager()
                .createQuery(
                        "select cast(count(distinct " + STANDS_FOR + ") as integer)" + HISTORY
                                + " where h.readerId = :reader and h.readTime >= :from and h.readTime < :to",
                        Integer.class)
                .setParameter("reader", readerId)
                .setParameter("from", period.first())
                .setParameter("to", period.end())
                .getSingleResult();
    }
}
