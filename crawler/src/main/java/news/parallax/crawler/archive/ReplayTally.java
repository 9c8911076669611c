package news.parallax.crawler.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import news.parallax.crawler.delivery.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/** Counts rows and answers while an archive is replayed, and knows up to where all are answered. Safe for threads. */
final class ReplayTally {

    private final Path file;
    private final Instant start;
    private final Position resumedAt;
    private final Deque<Row> unanswered = new ArrayDeque<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private Position answered;
    private int rows;
    private int badRows;
    private int created;
    private int repeated;
    private int refused;
    private int open;
    private int lost;

    /** A row on its way. */
    static final class Row {
        private final Position behind;
        private boolean done;

        private Row(Position behind) {
            this.behind = behind;
        }
    }

    ReplayTally(Path file, Instant start, Position from) {
        this.file = file;
        this.start = start;
        this.resumedAt = from;
        this.answered = from;
    }

    /** Counts a row that is sent, which is answered later. */
    synchronized Row sent(Position behind) {
        rows++;
        open++;
        Row row = new Row(behind);
        unanswered.add(row);
        return row;
    }

    synchronized void badRow(Position behind) {
        badRows++;
        done(behind);
    }

    synchronized void skipped(String kind, Position behind) {
        skipped.merge(kind, 1, Integer::sum);
        done(behind);
    }

    private void done(Position behind) {
        rows++;
        Row last = unanswered.peekLast();
        Row row = new Row(behind);
        row.done = true;
        if (last != null && last.done) {
            unanswered.removeLast(); // so that many of them behind one that is open take no room
        }
        unanswered.add(row);
        advance();
    }

    private void advance() {
        for (Row first = unanswered.peek(); first != null && first.done; first = unanswered.peek()) {
            answered = first.behind;
            unanswered.remove();
        }
    }

    /** Counts an answer and returns what is to be said of it, if anything. */
    synchronized Optional<String> answer(Row row, @Nullable DeliveryOutcome outcome, @Nullable Throwable error) {
        open--;
        row.done = outcome != null;
        advance();
        notifyAll();
        return switch (outcome) {
            case null -> {
                lost++;
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

    /** Waits until every row that was sent is answered; false if that takes longer than a limit. */
    synchronized boolean awaitAnswers(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (open > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return lost == 0;
    }

    /** Where the first row starts that is not answered. */
    synchronized Position answered() {
        return answered;
    }

    synchronized Progress progress(Instant now) {
        return new Progress(rows, created + repeated, seconds(now));
    }

    /** How far it is: rows read, articles stored, seconds since the start. */
    record Progress(int rows, int stored, double seconds) {}

    synchronized ReplayReport report(Instant now, boolean complete) {
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
                new TreeMap<>(skipped),
                resumedAt.records(),
                complete,
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
