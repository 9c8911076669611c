package news.parallax.catalog.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over the changes of stories. */
@Singleton
class StoryEventRepository implements PanacheRepositoryBase<StoryEventEntity, Long> {
    /** Lists the events that name a story, or all, newest first. */
    Page<StoryEventEntity> page(PageRequest request, Optional<String> storyId) {
        String query = "from StoryEventEntity e where "
                + (storyId.isPresent() ? "(e.storyId = :story or array_contains(e.otherStoryIds, :story))" : "true")
                + (request.first() ? "" : " and e.id < :last")
                + " order by e.id desc";
        var typed =
                getEntityManager().createQuery(query, StoryEventEntity.class).setMaxResults(request.fetchSize());
        storyId.ifPresent(id -> typed.setParameter("story", id));
        if (!request.first()) {
            typed.setParameter("last", PageKey.number(request.after().getFirst()));
        }
        return request.page(typed.getResultList(), event -> List.of(String.valueOf(event.id)));
    }

    /** Returns the split that made a story; empty if none did. */
    Optional<StoryEventEntity> splitThatMade(String storyId) {
        return getEntityManager()
                .createQuery(
                        "from StoryEventEntity e where e.kind = :kind and array_contains(e.otherStoryIds, :story)",
                        StoryEventEntity.class)
                .setParameter("kind", StoryEventEntity.Kind.SPLIT)
                .setParameter("story", storyId)
                .getResultStream()
                .findFirst();
    }

    StoryEventEntity require(long id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new NotFound(
                        "EVENT_NOT_FOUND",
                        "There is no event %d".formatted(id),
                        Map.of("event_id", String.valueOf(id))));
    }

    /** Lists what undid an event, in order. */
    List<StoryEventEntity> undoing(long eventId) {
        return list("undoesEventId = ?1 order by id", eventId);
    }

    /** Lists an event and its parts, the latest first. */
    List<StoryEventEntity> withParts(StoryEventEntity event) {
        return list("id = ?1 or partOfEventId = ?1 order by id desc", event.id);
    }

    void add(StoryEventMoveEntity move) {
        getEntityManager().persist(move);
    }

    /** Returns the articles that an event moved, by the story that they came from. */
    SortedMap<String, List<String>> movedByOrigin(long eventId) {
        return getEntityManager()
                .createQuery(
                        "from StoryEventMoveEntity where eventId = :event order by articleId",
                        StoryEventMoveEntity.class)
                .setParameter("event", eventId)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        move -> move.fromStoryId,
                        TreeMap::new,
                        Collectors.mapping(move -> move.articleId, Collectors.toList())));
    }

    void add(StoryEventPlacementEntity before) {
        getEntityManager().persist(before);
    }

    /** Lists what editors had decided before an event, by article. */
    List<StoryEventPlacementEntity> placementsBefore(long eventId) {
        return getEntityManager()
                .createQuery(
                        "from StoryEventPlacementEntity where eventId = :event order by articleId",
                        StoryEventPlacementEntity.class)
                .setParameter("event", eventId)
                .getResultList();
    }
}
