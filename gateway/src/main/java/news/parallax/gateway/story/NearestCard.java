package news.parallax.gateway.story;

import java.time.Duration;
import java.util.Objects;

/**
 * An article nearest to another one, on a story's page.
 *
 * @param nearest what is known of it
 * @param href where its title leads: to its place on this page, else to the article; empty if it cannot be linked
 * @param onPage whether it stands on this page
 */
public record NearestCard(NearestView nearest, String href, boolean onPage) {
    /** Title to show: an article may have none. */
    public String title() {
        return nearest.title() == null ? "Untitled article" : nearest.title();
    }

    /** Language of the title; empty if not known. */
    public String language() {
        return Objects.requireNonNullElse(nearest.language(), "");
    }

    /** Name of its outlet; empty if not known. */
    public String outlet() {
        return Objects.requireNonNullElse(nearest.sourceName(), "");
    }

    /** Probability of one event as whole percent, at most 99: nothing is certain. */
    public long percent() {
        return Math.min(99, Math.round(100 * nearest.probability()));
    }

    /** How far apart the two were published, in words. */
    public String gap() {
        Duration gap = Duration.ofSeconds(Math.abs(nearest.timeGapSeconds()));
        if (gap.toMinutes() < 1) {
            return "published at the same time";
        }
        // the article explained is the later one if the gap is positive
        return "published " + inWords(gap) + (nearest.timeGapSeconds() > 0 ? " earlier" : " later");
    }

    private static String inWords(Duration gap) {
        if (gap.toHours() < 1) {
            return gap.toMinutes() + " min";
        }
        return gap.toDays() < 2 ? gap.toHours() + " h" : gap.toDays() + " days";
    }
}
