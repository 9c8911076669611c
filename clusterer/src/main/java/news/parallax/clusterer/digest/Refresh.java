package news.parallax.clusterer.digest;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.parallax.clusterer.story.OpenStory;

/**
 * Decides when a story is told anew. A small one with every change; a large one when it has grown by a share, or some time
 * after it was told last. What waits is kept until it is told, so that the last change is not left untold. Belongs to the
 * one writer.
 */
public final class Refresh {

    private final DigestRules rules;
    private final Map<String, Told> toldLarge = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();

    private record Told(int articles, Instant time) {}

    public Refresh(DigestRules rules) {
        this.rules = rules;
    }

    /** Whether a story that changed is told now. */
    public boolean isDue(OpenStory story, Instant now) {
        Told told = toldLarge.get(story.id());
        return !isLarge(story)
                || told == null
                || Math.abs(size(story) - told.articles()) >= rules.growth() * told.articles()
                || !now.isBefore(told.time().plus(rules.interval()));
    }

    /** Whether a story is not told with every change. */
    public boolean isLarge(OpenStory story) {
        return size(story) >= rules.smallStory();
    }

    /** Notes that a story has been told as it is. */
    public void told(OpenStory story, Instant now) {
        waiting.remove(story.id());
        if (isLarge(story)) {
            toldLarge.put(story.id(), new Told(size(story), now));
        } else {
            toldLarge.remove(story.id());
        }
    }

    /** Notes that a story is to be told, when it is due. */
    public void await(String storyId) {
        waiting.add(storyId);
    }

    /** Notes that a story is to be told, however lately it was. */
    public void awaitNow(String storyId) {
        toldLarge.remove(storyId);
        await(storyId);
    }

    /** Whether a story waits to be told. */
    public boolean awaits(String storyId) {
        return waiting.contains(storyId);
    }

    /** Returns waiting stories that are due, those that wait longest first; forgets those that have left the window. */
    public List<OpenStory> due(Function<String, Optional<OpenStory>> window, Instant now, int limit) {
        waiting.removeIf(id -> window.apply(id).isEmpty());
        toldLarge.keySet().removeIf(id -> window.apply(id).isEmpty());
        return waiting.stream()
                .flatMap(id -> window.apply(id).stream())
                .filter(story -> isDue(story, now))
                .limit(limit)
                .toList();
    }

    private static int size(OpenStory story) {
        return story.members().size();
    }
}
