package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * When a feed publishes: a Poisson process whose rate depends on the hour of the day, as Sia, Cho and Cho found feeds to
 * be (2007, "Efficient Monitoring Algorithm for Fast News Alerts", IEEE TKDE 19(7), §3). New entries that a visit finds
 * came at some time since the visit before, and are spread evenly over it; what was seen long ago fades. Each hour's rate
 * is drawn to that of the whole day, and this to {@link #FIRST_RATE}, by the mean of a gamma distribution (Gelman et al.
 * 2013, "Bayesian Data Analysis", §2.6): few observations say little. We differ from Sia et al. in that each feed is
 * visited so that a fixed number of entries waits for it, whatever the others do: our limit is the patience of each host,
 * not the number of visits.
 *
 * @param entries new entries by hour of the day, UTC; empty if the feed was never observed
 * @param hours for how long each hour of the day was observed
 */
record Rhythm(List<Double> entries, List<Double> hours) {
    static final Rhythm UNKNOWN = new Rhythm(List.of(), List.of());

    private static final int HOURS_PER_DAY = 24;
    private static final double MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();

    /** Entries an hour of a feed of which nothing is known; ours, so that a new feed is looked at every quarter of an hour. */
    private static final double FIRST_RATE = 1;

    /** How many hours of observation that guess is worth; ours. */
    private static final double FIRST_RATE_HOURS = 12;

    /** How many hours of observation the rate of the day is worth to that of one hour; ours. */
    private static final double DAY_RATE_HOURS = 4;

    Rhythm {
        entries = List.copyOf(entries);
        hours = List.copyOf(hours);
    }

    /**
     * Returns the rhythm after a visit.
     *
     * @param from the visit before
     * @param halfLife after which an observation is worth half
     */
    Rhythm observed(Instant from, Instant to, int newEntries, Duration halfLife) {
        if (!from.isBefore(to)) {
            return this;
        }
        double span = hoursBetween(from, to);
        double kept = Math.pow(0.5, span / (halfLife.toMillis() / MILLIS_PER_HOUR));
        List<Double> seen = observation(from, to);
        List<Double> counts = new ArrayList<>();
        List<Double> times = new ArrayList<>();
        for (int hour = 0; hour < HOURS_PER_DAY; hour++) {
            double time = seen.get(hour);
            counts.add(kept * at(entries, hour) + newEntries * time / span);
            times.add(kept * at(hours, hour) + time);
        }
        return new Rhythm(counts, times);
    }

    /** Returns the hours between two moments by hour of the day. */
    private static List<Double> observation(Instant from, Instant to) {
        long days = Duration.between(from, to).toDays();
        List<Double> seen = new ArrayList<>(Collections.nCopies(HOURS_PER_DAY, (double) days));
        Instant start = from.plus(Duration.ofDays(days));
        while (start.isBefore(to)) {
            Instant end = nextHour(start);
            Instant stop = end.isBefore(to) ? end : to;
            int hour = hourOf(start);
            seen.set(hour, seen.get(hour) + hoursBetween(start, stop));
            start = stop;
        }
        return seen;
    }

    /** Returns how long it takes until so many entries are to be expected, but no longer than a limit. */
    Duration wait(Instant from, double expected, Duration limit) {
        Instant end = from.plus(limit);
        double missing = expected;
        Instant start = from;
        while (start.isBefore(end)) {
            double rate = rate(hourOf(start));
            Instant stop = nextHour(start);
            double coming = rate * hoursBetween(start, stop);
            if (coming >= missing) {
                Instant due = start.plusMillis(Math.round(missing / rate * MILLIS_PER_HOUR));
                return Duration.between(from, due.isBefore(end) ? due : end);
            }
            missing -= coming;
            start = stop;
        }
        return limit;
    }

    /** Returns entries a day, as they were observed; 0 if nothing was. */
    double perDay() {
        double time = sum(hours);
        return time == 0 ? 0 : HOURS_PER_DAY * sum(entries) / time;
    }

    /** Returns entries an hour at an hour of the day; above 0. */
    private double rate(int hour) {
        double day = (sum(entries) + FIRST_RATE_HOURS * FIRST_RATE) / (sum(hours) + FIRST_RATE_HOURS);
        return (at(entries, hour) + DAY_RATE_HOURS * day) / (at(hours, hour) + DAY_RATE_HOURS);
    }

    private static double at(List<Double> values, int hour) {
        return values.isEmpty() ? 0 : values.get(hour);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum();
    }

    private static Instant nextHour(Instant moment) {
        return moment.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private static int hourOf(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).getHour();
    }

    private static double hoursBetween(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLIS_PER_HOUR;
    }
}
