package news.parallax.clusterer.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.parallax.clusterer.text.ArticleText;

/**
 * Who reported a story first, as far as times tell.
 *
 * @param report the report with the earliest time
 * @param uncertain whether another may have been first, or its own time is known to no more than the hour
 * @param contenders reports that may have been first, by time; the first few
 * @param contenderCount how many there are
 * @param tie reports nearer in time than this are taken to be of the same time
 */
public record FirstReport(
        ReportTime report, boolean uncertain, List<ReportTime> contenders, int contenderCount, Duration tie) {

    /** Contenders named, at most. */
    private static final int NAMED = 5;

    public FirstReport {
        contenders = List.copyOf(contenders);
    }

    /**
     * When a report was published.
     *
     * @param articleId the report
     * @param time as known
     * @param precision what that means
     */
    public record ReportTime(String articleId, Instant time, Precision precision) {

        static ReportTime of(Report report) {
            ArticleText article = report.member().article();
            return new ReportTime(report.id(), article.time(), Precision.of(article.time(), article.published()));
        }

        /** The earliest moment at which it may have been published. */
        private Instant earliest(Duration discoveryLag) {
            return precision == Precision.DISCOVERY ? time.minus(discoveryLag) : time;
        }

        /** The latest moment. */
        private Instant latest() {
            return switch (precision) {
                case EXACT, DISCOVERY -> time;
                case HOUR -> time.plus(Duration.ofHours(1));
                case DAY -> time.plus(Duration.ofDays(1));
            };
        }
    }

    /** How exact a time is. */
    public enum Precision {
        /** To the minute or better. */
        EXACT,
        /** A full hour, which outlets round to: within the hour after it. */
        HOUR,
        /** Midnight in UTC, which stands for a date without time: on that day. */
        DAY,
        /** Found then, published at some time before. */
        DISCOVERY;

        static Precision of(Instant time, boolean published) {
            if (!published) {
                return DISCOVERY;
            }
            if (time.equals(time.truncatedTo(ChronoUnit.DAYS))) {
                return DAY;
            }
            return time.equals(time.truncatedTo(ChronoUnit.HOURS)) ? HOUR : EXACT;
        }
    }

    /**
     * Finds the first of some reports. Each was published between two moments; one that may have been published before the
     * last such moment of the first, or within a tie of it, contends.
     */
    static Optional<FirstReport> of(List<Report> reports, DigestRules rules) {
        List<ReportTime> times = reports.stream()
                .map(ReportTime::of)
                .sorted(Comparator.comparing(ReportTime::time).thenComparing(ReportTime::precision))
                .toList();
        if (times.isEmpty()) {
            return Optional.empty();
        }
        ReportTime first = times.getFirst();
        Instant bound = first.latest().plus(rules.firstReportTie());
        List<ReportTime> contenders = times.stream()
                .skip(1)
                .filter(other -> other.earliest(rules.discoveryLag()).isBefore(bound))
                .toList();
        boolean uncertain = first.precision() != Precision.EXACT || !contenders.isEmpty();
        return Optional.of(new FirstReport(
                first,
                uncertain,
                contenders.stream().limit(NAMED).toList(),
                contenders.size(),
                rules.firstReportTie()));
    }
}
