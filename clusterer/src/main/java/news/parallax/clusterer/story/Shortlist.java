package news.parallax.clusterer.story;

import java.util.Arrays;
import java.util.List;

/** The stories with the highest scores seen so far, each once with its best; ties by id. */
final class Shortlist {

    private final OpenStory[] stories;
    private final float[] scores;
    private int size;
    private int worst;

    Shortlist(int limit) {
        this.stories = new OpenStory[limit];
        this.scores = new float[limit];
    }

    /** Whether a story of this score could come in; a quick answer for the many that cannot. */
    boolean admits(float score) {
        return size < stories.length || score >= scores[worst];
    }

    /** Notes a story unless it or enough others have better scores. */
    void offer(OpenStory story, float score) {
        int place = place(story);
        if (place < size) {
            raise(place, score);
        } else if (size < stories.length) {
            put(size++, story, score);
            findWorst();
        } else if (isBefore(story, score, worst)) {
            put(worst, story, score);
            findWorst();
        }
    }

    /** Returns the stories, the best first. */
    List<OpenStory> best() {
        return stories(ranked());
    }

    /** Returns so many stories, the best first, and after them those that come near to the best. */
    List<OpenStory> bestAnd(int atLeast, float partOfBest) {
        List<Integer> ranked = ranked();
        int kept = Math.min(atLeast, size);
        while (kept < size && scores[ranked.get(kept)] >= partOfBest * scores[ranked.getFirst()]) {
            kept++;
        }
        return stories(ranked.subList(0, kept));
    }

    private List<Integer> ranked() {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> isBefore(stories[a], scores[a], b) ? -1 : 1);
        return List.of(places);
    }

    private List<OpenStory> stories(List<Integer> places) {
        return places.stream().map(place -> stories[place]).toList();
    }

    private void raise(int place, float score) {
        if (score > scores[place]) {
            scores[place] = score;
            if (place == worst) {
                findWorst();
            }
        }
    }

    private int place(OpenStory story) {
        int place = 0;
        while (place < size && stories[place] != story) {
            place++;
        }
        return place;
    }

    private void put(int place, OpenStory story, float score) {
        stories[place] = story;
        scores[place] = score;
    }

    private void findWorst() {
        worst = 0;
        for (int i = 1; i < size; i++) {
            if (isBefore(stories[worst], scores[worst], i)) {
                worst = i;
            }
        }
    }

    private boolean isBefore(OpenStory story, float score, int place) {
        return score > scores[place] || (score == scores[place] && story.id().compareTo(stories[place].id()) < 0);
    }
}
