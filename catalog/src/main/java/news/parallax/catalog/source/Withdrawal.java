package news.parallax.catalog.source;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * That a rater says no more of a source than this; what was said before and is not named ends.
 *
 * @param sourceId id or a domain of the source
 * @param axes on which there still is a rating
 * @param flags that are still given
 * @param time what was said later stays
 */
public record Withdrawal(String sourceId, String raterId, Set<String> axes, Set<String> flags, Instant time) {
    /** Returns what ends if the rater says all of this. */
    Withdrawal besides(List<Withdrawal> others) {
        var allAxes = new HashSet<>(axes);
        var allFlags = new HashSet<>(flags);
        others.stream().filter(other -> other.raterId.equals(raterId)).forEach(other -> {
            allAxes.addAll(other.axes);
            allFlags.addAll(other.flags);
        });
        return new Withdrawal(sourceId, raterId, allAxes, allFlags, time);
    }
}
