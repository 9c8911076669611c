package news.parallax.clusterer;

import io.quarkus.logging.Log;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.StoryClient;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.digest.DigestRules;
import news.parallax.clusterer.digest.Digests;
import news.parallax.clusterer.digest.Outlets;
import news.parallax.clusterer.digest.Refresh;
import news.parallax.clusterer.digest.model.ModelDigests;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.ArticleText;

/** Says what stories say, with their articles or, if they change often, when it is time. Belongs to the writer. */
final class Telling {

    private final StoryClient catalog;
    private final DigestRules rules;
    private final ModelDigests models;
    private final InstantSource clock;
    private final Digests digests;
    private Refresh refresh;

    Telling(StoryClient catalog, DigestRules rules, ModelDigests models, InstantSource clock) {
        this.catalog = catalog;
        this.rules = rules;
        this.models = models;
        this.clock = clock;
        this.digests = new Digests(rules);
        this.refresh = new Refresh(rules);
    }

    /** Notes an article that is in a story. */
    void observe(ArticleText article, String storyId) {
        digests.observe(article, storyId);
    }

    /** Returns what those of the changed stories say that are told now. */
    List<Digest> due(List<OpenStory> changed, Instant now) {
        return changed.stream()
                .filter(story -> refresh.isDue(story, now))
                .map(digests::of)
                .toList();
    }

    /** Notes that what was due then is stored; the other stories wait. */
    void stored(List<OpenStory> changed, Instant now) {
        for (OpenStory story : changed) {
            if (refresh.isDue(story, now)) {
                refresh.told(story, now);
            } else {
                refresh.await(story.id());
            }
        }
    }

    /** Has stories told next time, however lately they were. */
    void tellLater(Set<String> storyIds, StoryAssigner window) {
        storyIds.stream().flatMap(storyId -> window.story(storyId).stream()).forEach(story -> {
            models.offer(story);
            refresh.awaitNow(story.id());
        });
    }

    /** Whether a story waits to be told. */
    boolean awaits(String storyId) {
        return refresh.awaits(storyId);
    }

    /** Notes that a story is to be told. */
    void await(String storyId) {
        refresh.await(storyId);
    }

    /**
     * Has the catalog store what a story says now; what it refuses is not tried again until the story changes.
     *
     * @throws CatalogFailure if the catalog is away
     */
    void tell(OpenStory story) {
        try {
            catalog.update(digests.of(story));
        } catch (CatalogFailure e) {
            if (e.isPassing()) {
                throw e;
            }
            Log.warnf("story not told story=%s reason=%s", story.id(), e.getMessage());
        }
        refresh.told(story, clock.instant());
    }

    /** Tells some stories that wait, and returns whether there may be more; those that cannot be told now wait on. */
    boolean tellWaiting(Function<String, Optional<OpenStory>> window) {
        try {
            List<OpenStory> due = refresh.due(window, clock.instant(), rules.flushStories());
            due.forEach(this::tell);
            return due.size() == rules.flushStories();
        } catch (CatalogFailure e) {
            Log.warnf("stories not told now reason=%s", e.getMessage());
            return false;
        }
    }

    /** Takes over what is known of outlets; if it differs, the stories that can have sides are told anew. */
    void know(Outlets outlets, Collection<OpenStory> window) {
        if (digests.know(outlets)) {
            window.stream()
                    .filter(story -> story.members().size() >= rules.sideOutletsMin())
                    .forEach(story -> refresh.await(story.id()));
            Log.infof("rated outlets known domains=%d", outlets.byDomain().size());
        }
    }

    /** Starts anew with a window read back: large stories may have changed after they were told last, nobody knows which. */
    void restart(Collection<OpenStory> window) {
        refresh = new Refresh(rules);
        window.stream().filter(refresh::isLarge).forEach(story -> refresh.await(story.id()));
    }
}
