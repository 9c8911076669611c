package news.parallax.gateway.desk;

import java.util.List;

/**
 * What an operator corrects of the groupings.
 *
 * @param storyId the story that stays, is split, or receives
 * @param ids stories that are merged into it, or articles that leave it or come
 * @param reason why, in words; may be empty
 */
record Correction(String storyId, List<String> ids, String reason) {
    Correction {
        ids = List.copyOf(ids);
    }

    /** The ids and the reason in a line. */
    String detail() {
        return String.join(" ", ids) + " " + reason;
    }
}
