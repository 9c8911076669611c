package news.parallax.catalog.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Queries over reports of wrong groupings. */
@Singleton
class GroupingReportRepository implements PanacheRepositoryBase<GroupingReportEntity, Long> {
    /** Any number that nobody else locks in this database. */
    private static final long KEY = 0x7061_7261_6c6c_7265L;

    private static final String LINES = "select new " + Line.class.getName()
            + "(r, s.id, s.title, a.title, o.title) from GroupingReportEntity r"
            + " left join StoryRedirectEntity d on d.storyId = r.storyId"
            + " join StoryEntity s on s.id = coalesce(d.targetStoryId, r.storyId)"
            + " left join ArticleEntity a on a.id = r.articleId"
            + " left join StoryRedirectEntity e on e.storyId = r.otherStoryId"
            + " left join StoryEntity o on o.id = coalesce(e.targetStoryId, r.otherStoryId)";

    /**
     * A report and what it is about, as that is called now.
     *
     * @param articleTitle null if no article was named, or it is no longer kept
     * @param otherStoryTitle null if no other story was named
     */
    record Line(
            GroupingReportEntity report,
            String currentStoryId,
            String storyTitle,
            @Nullable String articleTitle,
            @Nullable String otherStoryTitle) {}

    /** Which reports. */
    record Filter(Optional<Boolean> open, Optional<String> storyId, Optional<String> readerId) {}

    /** Has those who are not known report one after the other, until the transaction ends. */
    void lockUnknown() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", KEY)
                .getSingleResult();
    }

    /** Returns the report that says the same: of a reader whether settled or not, of others an open one with the same text. */
    Optional<GroupingReportEntity> same(GroupingReportEntity report) {
        String query = "storyId = :story and articleId = :article and kind = :kind"
                + " and (otherStoryId = :other or otherStoryId is null and :other = '') and "
                + (report.readerId == null
                        ? "readerId is null and resolution is null and text = :text"
                        : "readerId = :reader");
        Map<String, Object> values = new HashMap<>(Map.of(
                "story", report.storyId,
                "article", report.articleId,
                "kind", report.kind,
                "other", report.otherStoryId == null ? "" : report.otherStoryId));
        if (report.readerId == null) {
            values.put("text", report.text);
        } else {
            values.put("reader", report.readerId);
        }
        return find(query + " order by id", values).firstResultOptional();
    }

    long countOpen(String readerId) {
        return count("readerId = ?1 and resolution is null", readerId);
    }

    long countOpenOfUnknown() {
        return count("readerId is null and resolution is null");
    }

    /** Returns the story that an article is in. */
    Optional<String> storyOf(String articleId) {
        return getEntityManager()
                .createQuery("select m.storyId from MembershipEntity m where m.articleId = :article", String.class)
                .setParameter("article", articleId)
                .getResultStream()
                .findFirst();
    }

    Optional<GroupingReportEntity> findLocked(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Line> lines(Collection<Long> ids) {
        return getEntityManager()
                .createQuery(LINES + " where r.id in :ids order by r.id desc", Line.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Lists the latest first. */
    Page<Line> page(PageRequest request, Filter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        filter.open().ifPresent(open -> conditions.add("r.resolution is " + (open ? "null" : "not null")));
        filter.storyId().ifPresent(id -> {
            conditions.add("s.id = :story");
            values.put("story", id);
        });
        filter.readerId().ifPresent(id -> {
            conditions.add("r.readerId = :reader");
            values.put("reader", id);
        });
        if (!request.first()) {
            conditions.add("r.id < :id");
            values.put("id", PageKey.number(request.after().getFirst()));
        }
        var query = getEntityManager()
                .createQuery(LINES + " where " + String.join(" and ", conditions) + " order by r.id desc", Line.class)
                .setMaxResults(request.fetchSize());
        values.forEach(query::setParameter);
        return request.page(query.getResultList(), line -> List.of(String.valueOf(line.report().id)));
    }
}
