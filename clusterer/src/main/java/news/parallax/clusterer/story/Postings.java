package news.parallax.clusterer.story;

import java.util.Arrays;

/** Numbers of the articles that have a term, in order of arrival. */
final class Postings {

    private int[] articles = new int[2];
    private int start;
    private int end;

    int size() {
        return end - start;
    }

    /** Returns one of them, counted from the latest, which is 0. */
    int latest(int back) {
        return articles[end - 1 - back];
    }

    void add(int article) {
        if (end == articles.length) {
            makeRoom();
        }
        articles[end++] = article;
    }

    /** Takes out an article that is there, quickly if it is the first or the last. */
    void remove(int article) {
        int place = articles[start] == article ? start : end - 1;
        while (place > start && articles[place] != article) {
            place--;
        }
        System.arraycopy(articles, start, articles, start + 1, place - start);
        start++;
    }

    private void makeRoom() {
        int[] room = start > articles.length / 2 ? articles : Arrays.copyOf(articles, size() + Math.max(2, size() / 2));
        System.arraycopy(articles, start, room, 0, size());
        end -= start;
        start = 0;
        articles = room;
    }
}
