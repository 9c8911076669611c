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
    /** Its title; empty if it has none, or it is not known here. */
    public String title() {
        return Objects.requireNonNullElse(nearest.title(), "");
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

    /** How far apart the two were published. */
    public Duration gap() {
        return Duration.ofSeconds(Math.abs(nearest.timeGapSeconds()));
    }

    /** Whether they were published at the same time, to the minute. */
    public boolean atOnce() {
        return gap().toMinutes() < 1;
    }

    /** Whether it was published before the article explained. */
    public boolean earlier() {
        return nearest.timeGapSeconds() > 0;
    }
}
