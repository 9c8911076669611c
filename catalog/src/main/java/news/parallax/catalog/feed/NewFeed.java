package news.parallax.catalog.feed;

import java.util.Map;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * A feed to import.
 *
 * @param sourceId id or a domain of the source
 * @param section as the source names it; empty if the feed lists everything
 * @param onlyFills whether it counts only if the feed is not known
 */
public record NewFeed(FeedUrl url, String sourceId, String section, boolean onlyFills) {
    private static final Pattern SECTION = Pattern.compile("\\P{Cntrl}{0,2000}");

    /** Returns the same, which counts only if the feed is not known. */
    public NewFeed onlyFilling() {
        return new NewFeed(url, sourceId, section, true);
    }

    /** Returns the feed; URL_INVALID or SECTION_INVALID if it is none. */
    public static NewFeed of(String url, String sourceId, String section) {
        if (!SECTION.matcher(section).matches()) {
            throw new Invalid(
                    "SECTION_INVALID", "section \"%s\" is refused".formatted(section), Map.of("section", section));
        }
        return new NewFeed(new FeedUrl(url), sourceId, section, false);
    }
}
