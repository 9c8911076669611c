package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    Placements(MembershipRepository memberships) {
        this.memberships = memberships;
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
            membership.pinned = true;
            membership.barredStoryIds = without(membership, Set.of(storyId));
            membership.placementEventId = eventId;
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
            barred.barredStoryIds = without(barred, mergedIds);
            bar(barred, targetId, eventId);
        }
    }

    private static void bar(MembershipEntity membership, String storyId, long eventId) {
        if (!membership.storyId.equals(storyId)) {
            membership.barredStoryIds = Stream.concat(membership.barredStoryIds.stream(), Stream.of(storyId))
                    .distinct()
                    .sorted()
                    .toList();
        }
        membership.placementEventId = eventId;
    }

    private static List<String> without(MembershipEntity membership, Set<String> storyIds) {
        return membership.barredStoryIds.stream()
                .filter(id -> !storyIds.contains(id))
                .toList();
    }
}
