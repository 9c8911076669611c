package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.story.RegroupingRecorder.Regrouping;
import news.parallax.catalog.story.StoryEventEntity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Takes back a change of stories: the articles that it moved, and that are still where it put them, go back to where they
 * came from; a story that ended by it lives again under its id. What came after it stands. An undo leaves events as any
 * change does, so it can be undone itself.
 *
 * <p>Whoever takes back what the machine did decides as by any move. What an editor did is taken back with the decisions
 * that it made.
 */
@Singleton
class StoryUndo {
    private final WriterTurn turn;
    private final StoryRepository stories;
    private final StoryEventRepository events;
    private final StoryRedirectRepository redirects;
    private final MembershipRepository memberships;
    private final Placements placements;
    private final RegroupingRecorder recorder;

    StoryUndo(
            WriterTurn turn,
            StoryRepository stories,
            StoryEventRepository events,
            StoryRedirectRepository redirects,
            MembershipRepository memberships,
            Placements placements,
            RegroupingRecorder recorder) {
        this.turn = turn;
        this.stories = stories;
        this.events = events;
        this.redirects = redirects;
        this.memberships = memberships;
        this.placements = placements;
        this.recorder = recorder;
    }

    /** Returns the events that undid the event, be it now or before. */
    List<StoryEventEntity> undo(long eventId, ChangeNote note) {
        return turn.take(() -> {
            StoryEventEntity undone = events.require(eventId);
            if (undone.undoneByEventId != null) {
                return events.undoing(eventId);
            }
            checkTold(undone);
            Map<String, StoryEventPlacementEntity> before = undone.byEditor() ? placements.before(undone) : Map.of();
            List<StoryEventEntity> made = takeBack(undone, note);
            if (made.isEmpty() && !before.isEmpty()) {
                made.add(unpin(undone, before, note));
            }
            if (made.isEmpty()) {
                throw refused("NOTHING_TO_UNDO", "Nothing is as event %d left it", undone);
            }
            long first = RegroupingRecorder.id(made.getFirst());
            placements.restore(before, first);
            undone.undoneByEventId = first;
            return made;
        });
    }

    /** Refuses events of which it is not known where each article came from, and those that another one names. */
    private void checkTold(StoryEventEntity event) {
        if (event.partOfEventId != null) {
            throw refused("EVENT_IS_PART", "Event %d is a part of another, which is the one to undo", event)
                    .with("part_of_event_id", String.valueOf(event.partOfEventId));
        }
        if (event.articleCount > 0
                && events.movedByOrigin(RegroupingRecorder.id(event)).isEmpty()) {
            throw refused("ORIGINS_UNKNOWN", "It is not known where the articles of event %d came from", event);
        }
    }

    private List<StoryEventEntity> takeBack(StoryEventEntity undone, ChangeNote note) {
        List<StoryEventEntity> made = new ArrayList<>();
        for (StoryEventEntity part : events.withParts(undone)) {
            StoryEntity there = stories.require(part.destinationId());
            events.movedByOrigin(RegroupingRecorder.id(part)).forEach((origin, articleIds) -> {
                List<MembershipEntity> returning = memberships.byIds(articleIds).values().stream()
                        .filter(membership -> membership.storyId.equals(there.id))
                        .toList();
                if (!returning.isEmpty()) {
                    StoryEventEntity first = made.isEmpty() ? null : made.getFirst();
                    made.addAll(sendHome(new Way(undone, there, origin, first, note), returning));
                }
            });
        }
        return made;
    }

    /**
     * From where to where, and why.
     *
     * @param first the first event of the same undo; null if this is the first
     */
    private record Way(
            StoryEventEntity undone,
            StoryEntity there,
            String originId,
            @Nullable StoryEventEntity first,
            ChangeNote note) {}

    private List<StoryEventEntity> sendHome(Way way, List<MembershipEntity> returning) {
        boolean revived = revive(way);
        StoryEntity home = stories.require(way.originId());
        if (home.id.equals(way.there().id)) {
            return List.of();
        }
        Kind kind = returning.size() < way.there().articleCount ? Kind.ARTICLES_MOVED : Kind.MERGED;
        Regrouping back = revived
                ? new Regrouping(Kind.SPLIT, way.there(), Set.of(home.id), home, way.undone(), way.first())
                : new Regrouping(kind, home, Set.of(way.there().id), home, way.undone(), way.first());
        StoryEventEntity event = recorder.record(back, returning, way.note());
        if (revived && way.there().articleCount == 0) {
            StoryEventEntity whole = way.first() == null ? event : way.first();
            recorder.record(Regrouping.after(whole, way.there().id, home), List.of(), way.note());
        }
        if (way.undone().byEditor()) {
            placements.mention(returning, RegroupingRecorder.id(event));
        }
        return List.of(event);
    }

    /** Lets a story live again that the undone event ended; returns whether it did. */
    private boolean revive(Way way) {
        Optional<StoryRedirectEntity> redirect = redirects
                .findByIdOptional(way.originId())
                .filter(one -> one.targetStoryId.equals(way.there().id) && endedBy(one, way.undone()));
        redirect.ifPresent(redirects::revive);
        return redirect.isPresent();
    }

    private boolean endedBy(StoryRedirectEntity redirect, StoryEventEntity undone) {
        return events.withParts(undone).stream().anyMatch(event -> Objects.equals(event.id, redirect.eventId));
    }

    private StoryEventEntity unpin(
            StoryEventEntity undone, Map<String, StoryEventPlacementEntity> before, ChangeNote note) {
        StoryEventEntity event = recorder.recordUnmoved(
                Kind.ARTICLES_UNPINNED,
                stories.require(undone.storyId),
                memberships.byIds(before.keySet()).values(),
                note);
        event.undoesEventId = undone.id;
        return event;
    }

    private static Lost refused(String reason, String message, StoryEventEntity event) {
        return new Lost(reason, message.formatted(event.id), Map.of("event_id", String.valueOf(event.id)));
    }
}
