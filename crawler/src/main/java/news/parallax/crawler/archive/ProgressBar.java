package news.parallax.crawler.archive;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import news.parallax.crawler.archive.ReplayTally.Progress;

/** Shows how far a replay is: on a terminal in one line that is written over, elsewhere in a line now and then. */
final class ProgressBar {

    private static final int WIDTH = 24;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final String name;
    private final long size;
    private final long offset;
    private final boolean onTerminal;
    private Instant last;

    /**
     * Starts a bar.
     *
     * @param size bytes of the file
     * @param offset bytes that this run does not read
     */
    ProgressBar(PrintStream out, String name, long size, long offset, boolean onTerminal, Instant now) {
        this.out = out;
        this.name = name;
        this.size = size;
        this.offset = offset;
        this.onTerminal = onTerminal;
        this.last = now;
    }

    /** Shows where it is, unless it did so just now. */
    synchronized void show(Progress progress, long bytesRead, Instant now) {
        if (Duration.between(last, now).compareTo(onTerminal ? ON_TERMINAL : ELSEWHERE) >= 0) {
            last = now;
            if (onTerminal) {
                out.print(CLEAR + text(progress, bytesRead));
                out.flush();
            } else {
                out.println(text(progress, bytesRead));
            }
        }
    }

    /** Prints a line of its own. */
    synchronized void say(String line) {
        out.println(onTerminal ? CLEAR + line : line);
    }

    /** Shows the last state and leaves the line. */
    synchronized void end(Progress progress, long bytesRead) {
        say(text(progress, bytesRead));
    }

    private String text(Progress progress, long bytesRead) {
        double share = size == 0 ? 1 : Math.clamp(bytesRead / (double) size, 0, 1);
        int filled = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3.0f %%  %,d rows, %,d stored, %.0f/s, %s",
                name,
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                share * 100,
                progress.rows(),
                progress.stored(),
                progress.rows() / Math.max(progress.seconds(), 0.001),
                left(progress.seconds(), bytesRead));
    }

    private String left(double seconds, long bytesRead) {
        if (bytesRead >= size) {
            return "%s in all".formatted(clock(seconds));
        }
        double rate = (bytesRead - offset) / Math.max(seconds, 0.001);
        return rate <= 0 ? "? left" : clock((size - bytesRead) / rate) + " left";
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? "%d:%02d:%02d".formatted(whole / 3600, whole / 60 % 60, whole % 60)
                : "%d:%02d".formatted(whole / 60, whole % 60);
    }
}
