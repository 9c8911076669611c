package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.parallax.catalog.error.CatalogException.Lost;

/**
 * Keeps what editors decided about where articles belong. Pinned articles stay in their story: they are its must-links, as
 * those pinned in two stories are cannot-links (Wagstaff et al. 2001). Barred ones stay out of a story, whatever becomes
 * of the one they are in. Both are told of articles and not of stories, so that they outlive what is merged, split and
 * moved around them. To be called within a writer's turn.
 */
@Singleton
class Placements {
    private final MembershipRepository memberships;
    private final StoryEventRepository events;
    private final StoryRedirectRepository redirects;

    Placements(MembershipRepository memberships, StoryEventRepository events, StoryRedirectRepository redirects) {
        this.memberships = memberships;
        this.events = events;
        this.redirects = redirects;
    }

    /** Refuses what an editor decided otherwise. */
    static void check(Collection<MembershipEntity> moving, String destinationId) {
        for (MembershipEntity membership : moving) {
            if (membership.pinned) {
                throw new Lost(
                        "PINNED_BY_EDITOR",
                        "An editor keeps article %s in story %s".formatted(membership.articleId, membership.storyId),
                        Map.of("article_id", membership.articleId, "story_id", membership.storyId));
            }
            if (membership.barredStoryIds.contains(destinationId)) {
                throw new Lost(
                        "BARRED_BY_EDITOR",
                        "An editor keeps article %s out of story %s".formatted(membership.articleId, destinationId),
                        Map.of("article_id", membership.articleId, "story_id", destinationId));
            }
        }
    }

    /**
     * Notes that an editor has put articles into a story. Who does has seen what is in there: all of it is pinned. What
     * stayed where they came from is barred, and so is whatever had to stay out of there, as the articles take with them
     * what it was kept from.
     */
    void decide(Set<String> originIds, String destinationId, long eventId) {
        memberships.ofStories(originIds).forEach(left -> bar(left, destinationId, eventId));
        memberships.barredFrom(originIds).forEach(barred -> bar(barred, destinationId, eventId));
        pin(destinationId, eventId);
    }

    /** Pins the articles of a story. */
    void pin(String storyId, long eventId) {
        for (MembershipEntity membership : memberships.ofStories(Set.of(storyId))) {
            decide(membership, true, without(membership, Set.of(storyId)), eventId);
        }
    }

    /** Lists the articles of a story that no editor keeps in it. */
    List<MembershipEntity> unpinned(String storyId) {
        return memberships.ofStories(Set.of(storyId)).stream()
                .filter(membership -> !membership.pinned)
                .toList();
    }

    /** Keeps what had to stay out of merged stories out of the one that remains, unless it is in there. */
    void follow(Set<String> mergedIds, String targetId, long eventId) {
        for (MembershipEntity barred : memberships.barredFrom(mergedIds)) {
            decide(barred, barred.pinned, without(barred, mergedIds), eventId);
            bar(barred, targetId, eventId);
        }
    }

    /** Returns what stood before an editor's event, by article; those that a later event decided about are left out. */
    SortedMap<String, StoryEventPlacementEntity> before(StoryEventEntity undone) {
        List<StoryEventPlacementEntity> kept = events.withParts(undone).stream()
                .flatMap(event -> events.placementsBefore(Objects.requireNonNull(event.id)).stream())
                .toList();
        Map<String, Long> deciding = new HashMap<>();
        memberships
                .byIds(kept.stream().map(placement -> placement.articleId).toList())
                .forEach((id, row) -> deciding.put(id, row.placementEventId));
        SortedMap<String, StoryEventPlacementEntity> before = new TreeMap<>();
        for (StoryEventPlacementEntity placement : kept) {
            if (Objects.equals(deciding.get(placement.articleId), placement.eventId)) {
                before.put(placement.articleId, placement);
                deciding.put(placement.articleId, placement.placementEventId);
            }
        }
        return before;
    }

    /** Lets decisions stand as they did before, by an event of its own. */
    void restore(Map<String, StoryEventPlacementEntity> before, long eventId) {
        memberships.byIds(before.keySet()).forEach((id, row) -> {
            StoryEventPlacementEntity earlier = Objects.requireNonNull(before.get(id));
            Map<String, String> targets = redirects.targets(earlier.barredStoryIds);
            List<String> barred = earlier.barredStoryIds.stream()
                    .map(storyId -> targets.getOrDefault(storyId, storyId))
                    .filter(storyId -> !storyId.equals(row.storyId))
                    .distinct()
                    .sorted()
                    .toList();
            decide(row, earlier.pinned, barred, eventId);
        });
    }

    /** Has articles listed as decided about by an event that leaves their decisions as they are. */
    void mention(Collection<MembershipEntity> moved, long eventId) {
        moved.forEach(row -> decide(row, row.pinned, row.barredStoryIds, eventId));
    }

    private void bar(MembershipEntity membership, String storyId, long eventId) {
        List<String> barred = membership.storyId.equals(storyId)
                ? membership.barredStoryIds
                : Stream.concat(membership.barredStoryIds.stream(), Stream.of(storyId))
                        .distinct()
                        .sorted()
                        .toList();
        decide(membership, membership.pinned, barred, eventId);
    }

    private void decide(MembershipEntity membership, boolean pinned, List<String> barredStoryIds, long eventId) {
        if (!Objects.equals(membership.placementEventId, eventId)) {
            events.add(StoryEventPlacementEntity.before(eventId, membership));
        }
        membership.pinned = pinned;
        membership.barredStoryIds = barredStoryIds;
        membership.placementEventId = eventId;
    }

    private static List<String> without(MembershipEntity membership, Set<String> storyIds) {
        return membership.barredStoryIds.stream()
                .filter(id -> !storyIds.contains(id))
                .toList();
    }
}
