package news.parallax.crawler.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.delivery.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/** Counts rows and answers while an archive is replayed. Safe for threads. */
final class ReplayTally {

    private final Path file;
    private final Instant start;
    private int rows;
    private int badRows;
    private int created;
    private int repeated;
    private int refused;

    ReplayTally(Path file, Instant start) {
        this.file = file;
        this.start = start;
    }

    synchronized void row() {
        rows++;
    }

    synchronized void badRow() {
        badRows++;
        notifyAll();
    }

    synchronized int rows() {
        return rows;
    }

    /** Counts an answer and returns what is to be said of it, if anything. */
    synchronized Optional<String> answer(@Nullable DeliveryOutcome outcome, @Nullable Throwable error) {
        notifyAll();
        return switch (outcome) {
            case null -> {
                refused++;
                yield Optional.of("not answered: " + error);
            }
            case DeliveryOutcome.Stored stored
            when stored.created() -> {
                created++;
                yield Optional.empty();
            }
            case DeliveryOutcome.Stored _ -> {
                repeated++;
                yield Optional.empty();
            }
            case DeliveryOutcome.Refused(var reason, var message) -> {
                refused++;
                yield Optional.of("refused: " + reason + ": " + message);
            }
        };
    }

    /** Waits until every row is bad or answered. */
    synchronized void awaitAnswers() throws InterruptedException {
        while (created + repeated + refused + badRows < rows) {
            wait();
        }
    }

    synchronized String progress(Instant now) {
        return "%s: %d rows read, %d stored, %.0f s"
                .formatted(file.getFileName(), rows, created + repeated, seconds(now));
    }

    synchronized ReplayReport report(Instant now) {
        double seconds = seconds(now);
        int stored = created + repeated;
        return new ReplayReport(
                String.valueOf(file.getFileName()),
                rows,
                stored,
                created,
                repeated,
                refused,
                badRows,
                rounded(seconds),
                rounded(stored / Math.max(seconds, 0.001)));
    }

    private double seconds(Instant now) {
        return Duration.between(start, now).toMillis() / 1000.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
