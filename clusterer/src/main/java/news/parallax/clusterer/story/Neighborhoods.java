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

    /** What a story is next to, as its own articles show. */
    private record Search(OpenStory story, List<Neighbor> found) {}

    /** Returns the neighborhoods of the given stories: each story in one, each small enough to compare all with all. */
    List<List<OpenStory>> around(Collection<String> touchedStoryIds) {
        List<OpenStory> touched = touchedStoryIds.stream()
                .flatMap(id -> window.story(id).stream())
                .toList();
        touched.parallelStream().map(this::search).toList().forEach(this::note);
        List<List<OpenStory>> neighborhoods = new ArrayList<>();
        for (OpenStory story : neighbors.keySet()) {
            if (!seen.contains(story)) {
                neighborhoods.add(neighborhood(story));
            }
        }
        return neighborhoods;
    }

    private Search search(OpenStory story) {
        Map<OpenStory, Neighbor> found = new LinkedHashMap<>();
        for (Member member : story.sample(SAMPLE)) {
            for (OpenStory other : window.neighbors(member)) {
                if (other != story && !found.containsKey(other)) {
                    double similarity =
                            Link.between(member, other, SAMPLE, model).similarity();
                    if (similarity >= rules.neighborSimilarity()) {
                        found.put(other, new Neighbor(other, similarity));
                    }
                }
            }
        }
        return new Search(story, List.copyOf(found.values()));
    }

    /** Of two stories that find each other, what the first one found counts. */
    private void note(Search search) {
        OpenStory story = search.story();
        neighbors.putIfAbsent(story, new ArrayList<>()); // looked at though it may have none
        for (Neighbor neighbor : search.found()) {
            if (!areNeighbors(story, neighbor.story())) {
                neighborsOf(story).add(neighbor);
                neighborsOf(neighbor.story()).add(new Neighbor(story, neighbor.similarity()));
            }
        }
    }

    private boolean areNeighbors(OpenStory story, OpenStory other) {
        return neighborsOf(story).stream().anyMatch(neighbor -> neighbor.story() == other);
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
