package news.parallax.gateway.story;

import java.time.Instant;

/**
 * A title an article had before its outlet changed it.
 *
 * @param title the title
 * @param replaceTime when it was seen to have been replaced
 */
public record EarlierTitleView(String title, Instant replaceTime) {}
