package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a feed pauses between news. Of each day with news the longest pause that ended on it is kept, for the last
 * {@link #DAYS} such days; what is usual is the 90th percentile of these (nearest rank). So nights and weekends are
 * usual, since they come again and again, and the two longest pauses of all (an outage, theirs or ours) are not. A
 * percentile, not a mean or an exponential law: pauses of feeds have long tails.
 *
 * @param seconds of the longest pause of each day, the latest day last
 */
record Pauses(List<Long> seconds) {
    static final int DAYS = 28;

    private static final double SHARE = 0.9;

    Pauses {
        seconds = List.copyOf(seconds);
    }

    /**
     * Returns the pauses after news came.
     *
     * @param last when news came before
     */
    Pauses ended(Instant last, Instant now) {
        long pause = Math.max(0, Duration.between(last, now).toSeconds());
        List<Long> days = new ArrayList<>(seconds);
        if (!days.isEmpty() && dayOf(last) == dayOf(now)) {
            days.set(days.size() - 1, Math.max(days.getLast(), pause));
        } else {
            days.add(pause);
        }
        return new Pauses(days.subList(Math.max(0, days.size() - DAYS), days.size()));
    }

    /**
     * Returns the longest pause that is usual; empty if it is not known long enough.
     *
     * @param daysMin days with news that it takes to know
     */
    Optional<Duration> usual(int daysMin) {
        if (seconds.size() < daysMin || seconds.isEmpty()) {
            return Optional.empty();
        }
        int rank = (int) Math.ceil(SHARE * seconds.size());
        return Optional.of(Duration.ofSeconds(seconds.stream().sorted().toList().get(rank - 1)));
    }

    private static long dayOf(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
