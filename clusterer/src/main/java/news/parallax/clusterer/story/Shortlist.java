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
            scores[place] = Math.max(scores[place], score);
        } else if (size < stories.length) {
            put(size++, story, score);
        } else if (isBefore(story, score, worst)) {
            put(worst, story, score);
        }
        findWorst();
    }

    /** Returns the stories, the best first. */
    List<OpenStory> best() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> isBefore(stories[a], scores[a], b) ? -1 : 1);
        return Arrays.stream(order).map(i -> stories[i]).toList();
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
