package news.parallax.gateway.feeds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story or an article in a feed. Texts are plain and on one line.
 *
 * @param id stays when headline and address change
 * @param url absolute
 * @param title never empty
 * @param language BCP-47 language of the title; empty if not known
 * @param published null if not known
 * @param updated when it came or changed; the beginning of time if not known
 * @param authors who says so: outlets, and of an article its authors before them
 * @param text the first of what it says; empty if nothing
 * @param html all of what it says
 */
record FeedItemView(
        String id,
        String url,
        String title,
        String language,
        @Nullable Instant published,
        Instant updated,
        List<AuthorView> authors,
        String text,
        String html) {

    /**
     * A person or an outlet.
     *
     * @param name their name
     * @param url their page here; empty if they have none
     */
    record AuthorView(String name, String url) {}
}
