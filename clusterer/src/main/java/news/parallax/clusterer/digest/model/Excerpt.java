package news.parallax.clusterer.digest.model;

import java.util.List;

/**
 * What is known of an article when a story is told: the model is sent this, and its sentences are checked against this.
 *
 * @param language primary BCP-47 subtag in lower case; empty if not known
 * @param title may be empty if there are sentences
 * @param sentences its first ones that can stand alone, in order
 */
record Excerpt(String articleId, String language, String title, List<String> sentences) {

    Excerpt {
        sentences = List.copyOf(sentences);
    }

    /** Title and sentences, a line each. */
    String text() {
        return title + "\n" + String.join("\n", sentences);
    }
}
