package news.parallax.gateway.grouping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader fills in.
 *
 * @param storyId the story
 * @param articleId the article at fault; empty if none is
 * @param fault what is wrong
 * @param other address or id of the story that tells the same, as typed
 * @param text in the reader's words
 */
public record GroupingReportForm(String storyId, String articleId, GroupingFault fault, String other, String text) {
    static final int TEXT_LENGTH_MAX = 1000;

    private static final Pattern STORY_ID = Pattern.compile("(?:.*/stories/)?([0-9a-f]{20})(?:[/?#].*)?");

    /** Id of the other story; empty if what was typed has none. */
    String otherStoryId() {
        Matcher matcher = STORY_ID.matcher(other.strip());
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Whether all is there that the fault needs. */
    boolean complete() {
        return text.length() <= TEXT_LENGTH_MAX
                && switch (fault) {
                    case WRONG_ARTICLE -> !articleId.isEmpty();
                    case SAME_STORY ->
                        !otherStoryId().isEmpty() && !otherStoryId().equals(storyId);
                    case OTHER -> !text.isBlank();
                };
    }
}
