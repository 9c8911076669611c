package news.parallax.clusterer.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import news.parallax.clusterer.text.Vector;

/**
 * Finds stories by the mean vector of their articles. Of each mean the signs of its components are kept in one array of
 * bits; all are compared by Hamming distance, which grows with the angle (Charikar 2002, §3), and the nearest of those by
 * the vectors themselves. Belongs to the one writer; while it changes nothing, any thread may ask.
 */
final class MeaningIndex {

    /** Stories compared by their vectors: among 256 of 17,000 stand 99 of 100 of the eight nearest, of 171,000 still so. */
    private static final int COMPARED = 256;

    private final Map<OpenStory, Integer> places = new HashMap<>();
    private OpenStory[] stories = new OpenStory[256];
    private long[] signs = {};

    /** Longs for the signs of one vector; 0 until the first one comes. */
    private int width;

    /** Scratch that no question needs now: distances of the stories from the vector that is asked for. */
    private final Queue<short[]> idle = new ConcurrentLinkedQueue<>();

    /** Notes what a story means now; a story without vectors is not noted. */
    void put(OpenStory story) {
        long[] storySigns = story.meaning().signs();
        if (storySigns.length == 0) {
            remove(story);
            return;
        }
        if (width == 0) {
            width = storySigns.length;
            signs = new long[stories.length * width];
        }
        int place = places.computeIfAbsent(story, _ -> places.size());
        makeRoom(place);
        stories[place] = story;
        System.arraycopy(storySigns, 0, signs, place * width, width);
    }

    /** Forgets a story; the last one takes its place. */
    void remove(OpenStory story) {
        Integer place = places.remove(story);
        if (place == null) {
            return;
        }
        int last = places.size();
        if (place < last) {
            stories[place] = stories[last];
            System.arraycopy(signs, last * width, signs, place * width, width);
            places.put(stories[place], place);
        }
        stories[last] = null;
    }

    /** Returns the stories whose means have the largest positive dot products with a vector, the largest first. */
    List<OpenStory> nearest(Vector vector, int limit, Predicate<OpenStory> isWanted) {
        if (places.isEmpty()) {
            return List.of();
        }
        var shortlist = new Shortlist(limit);
        short[] distances = takeScratch();
        int reach = measure(vector, distances);
        for (int place = 0; place < places.size(); place++) {
            if (distances[place] <= reach && isWanted.test(stories[place])) {
                float nearness = (float) stories[place].meaning().nearness(vector);
                if (nearness > 0) {
                    shortlist.offer(stories[place], nearness);
                }
            }
        }
        idle.add(distances);
        return shortlist.best();
    }

    private short[] takeScratch() {
        short[] distances = idle.poll();
        return distances == null || distances.length < stories.length ? new short[stories.length] : distances;
    }

    /** Notes all distances; returns the least within which there are enough stories. */
    private int measure(Vector vector, short[] distances) {
        long[] wanted = vector.signs();
        int[] storiesByDistance = new int[width * Long.SIZE + 1];
        for (int place = 0, at = 0; place < places.size(); place++) {
            int distance = 0;
            for (int i = 0; i < width; i++) {
                distance += Long.bitCount(signs[at++] ^ wanted[i]);
            }
            distances[place] = (short) distance;
            storiesByDistance[distance]++;
        }
        int reach = 0;
        for (int within = storiesByDistance[0]; within < COMPARED && reach < storiesByDistance.length - 1; ) {
            within += storiesByDistance[++reach];
        }
        return reach;
    }

    private void makeRoom(int place) {
        if (place == stories.length) {
            stories = Arrays.copyOf(stories, 2 * place);
            signs = Arrays.copyOf(signs, 2 * place * width);
        }
    }
}
