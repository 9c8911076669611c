package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Knows which stories have to be looked at together: those that got articles, with what some of their articles could be of. */
final class Neighborhoods {

    /** Members through which a story looks for neighbors, and with which it is compared. */
    private static final int SAMPLE = 8;

    private final StoryWindow window;
    private final SameStoryModel model;
    private final AssignmentRules rules;
    private final Map<OpenStory, List<Neighbor>> neighbors = new LinkedHashMap<>();
    private final Set<OpenStory> seen = new HashSet<>();

    /**
     * A story next to another.
     *
     * @param similarity of an article of one to the other
     */
    private record Neighbor(OpenStory story, double similarity) {

        static final Comparator<Neighbor> NEAREST_FIRST = Comparator.comparingDouble(Neighbor::similarity)
                .reversed()
                .thenComparing(neighbor -> neighbor.story().id());
    }

    Neighborhoods(StoryWindow window, SameStoryModel model, AssignmentRules rules) {
        this.window = window;
        this.model = model;
        this.rules = rules;
    }

    /** Returns the neighborhoods of the given stories: each story in one, each small enough to compare all with all. */
    List<List<OpenStory>> around(Collection<String> touchedStoryIds) {
        touchedStoryIds.forEach(id -> window.story(id).ifPresent(this::findNeighbors));
        List<List<OpenStory>> neighborhoods = new ArrayList<>();
        for (OpenStory story : neighbors.keySet()) {
            if (!seen.contains(story)) {
                neighborhoods.add(neighborhood(story));
            }
        }
        return neighborhoods;
    }

    private void findNeighbors(OpenStory story) {
        neighbors.putIfAbsent(story, new ArrayList<>()); // looked at though it may have none
        for (Member member : story.sample(SAMPLE)) {
            for (OpenStory other : window.neighbors(member)) {
                if (other != story && !areNeighbors(story, other)) {
                    double similarity =
                            Link.between(member, other, SAMPLE, model).similarity();
                    if (similarity >= rules.neighborSimilarity()) {
                        add(story, other, similarity);
                        add(other, story, similarity);
                    }
                }
            }
        }
    }

    private boolean areNeighbors(OpenStory story, OpenStory other) {
        return neighborsOf(story).stream().anyMatch(neighbor -> neighbor.story() == other);
    }

    private void add(OpenStory story, OpenStory other, double similarity) {
        neighborsOf(story).add(new Neighbor(other, similarity));
    }

    private List<Neighbor> neighborsOf(OpenStory story) {
        return neighbors.computeIfAbsent(story, _ -> new ArrayList<>());
    }

    /** Grows from the first story to the nearest one of all that border on it, past those that would make it too large. */
    private List<OpenStory> neighborhood(OpenStory first) {
        List<OpenStory> neighborhood = new ArrayList<>();
        int articles = 0;
        PriorityQueue<Neighbor> border = new PriorityQueue<>(Neighbor.NEAREST_FIRST);
        border.add(new Neighbor(first, 1));
        while (!border.isEmpty()) {
            OpenStory story = border.remove().story();
            int size = story.members().size();
            if (articles + size <= rules.neighborhoodArticles() && seen.add(story)) {
                neighborhood.add(story);
                articles += size;
                border.addAll(neighborsOf(story));
            }
        }
        return neighborhood;
    }
}
