package news.parallax.clusterer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.RegroupingClient;
import news.parallax.clusterer.catalog.StoryClient;
import news.parallax.clusterer.catalog.StoryMessages.ChangedStories;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.StoryAssigner;

/**
 * Keeps what is remembered of stories and what the catalog has stored the same: puts it right when this copy begins to assign
 * or a call has failed, and follows while another copy assigns. Belongs to the one writer.
 */
final class StoredWindow {

    private final StoryClient catalog;
    private final RegroupingClient regrouping;
    private final WindowReader reader;
    private final Telling telling;

    /** Others than the writer ask it for its size and its texts only. */
    private final StoryAssigner assigner;

    /** The latest event that the window has taken in. */
    private String lastEventId = "";

    /** Whether the window is what another copy had when it last looked at stories. */
    private boolean following;

    /** The latest lease that this copy has led under. */
    private long ledToken;

    /** Whether the catalog may hold more than the window knows of, or less. */
    private boolean inDoubt;

    StoredWindow(
            StoryClient catalog,
            RegroupingClient regrouping,
            WindowReader reader,
            Telling telling,
            AssignmentRules rules) {
        this.catalog = catalog;
        this.regrouping = regrouping;
        this.reader = reader;
        this.telling = telling;
        this.assigner = new StoryAssigner(rules);
    }

    StoryAssigner assigner() {
        return assigner;
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /** Makes calls that change the catalog; if they fail, they may have changed it all the same. */
    <T> T inDoubtUntilAnswered(Supplier<T> call) {
        boolean before = inDoubt;
        inDoubt = true;
        T answer = call.get();
        inDoubt = before;
        return answer;
    }

    /**
     * Begins to write under a lease: takes over all that was written under earlier ones.
     *
     * @throws CatalogFailure if the catalog is away
     */
    void lead(long leaseToken) {
        if (leaseToken == ledToken) { // nobody has led since
            return;
        }
        catalog.writeUnder(leaseToken);
        following = false; // what is left half read by a failure is nobody's window
        putRight();
        ledToken = leaseToken;
    }

    /**
     * Takes over what another copy has done up to its last look at stories.
     *
     * @throws CatalogFailure if the catalog is away
     */
    void follow() {
        String latest = eventId(regrouping.latestChanges());
        if (!following || !latest.equals(lastEventId)) {
            reader.putRight(assigner);
            lastEventId = latest;
            following = true;
        }
        reader.readLookedAt(assigner);
    }

    /**
     * Takes over what editors did since this was asked last.
     *
     * @throws CatalogFailure if the catalog is away
     */
    void learn() {
        Set<String> changedStories = new LinkedHashSet<>();
        lastEventId = regrouping.placementsAfter(
                lastEventId,
                placements -> placements.forEach(placement -> assigner.storyIdOf(placement.articleId())
                        .ifPresent(storyId -> {
                            assigner.learn(placement);
                            if (!storyId.equals(placement.storyId())) {
                                changedStories.addAll(List.of(storyId, placement.storyId()));
                            }
                        })));
        telling.tellLater(changedStories, assigner);
    }

    /**
     * Takes over what the catalog has, whatever was remembered.
     *
     * @throws CatalogFailure if the catalog is away
     */
    void putRight() {
        inDoubt = true;
        List<ChangedStories> changes = regrouping.latestChanges();
        lastEventId = eventId(changes);
        reader.putRight(assigner);
        reader.readAll(assigner);
        telling.restart(assigner.stories());
        Set<String> changedStories =
                changes.stream().flatMap(change -> change.storyIds().stream()).collect(Collectors.toSet());
        changedStories.forEach(assigner::reconsiderStory);
        telling.tellLater(changedStories, assigner);
        inDoubt = false;
    }

    private static String eventId(List<ChangedStories> changes) {
        return changes.stream().findFirst().map(ChangedStories::eventId).orElse("");
    }
}
