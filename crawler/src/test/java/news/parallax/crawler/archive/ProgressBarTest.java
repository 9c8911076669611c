package news.parallax.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import news.parallax.crawler.archive.ReplayTally.Progress;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void itTellsShareRateAndRemainingTimeOfTheBytesThatThisRunReads() {
        bar(false).show(new Progress(500, 400, 10), 6_000, START.plusSeconds(10));
        assertThat(printed())
                .isEqualTo("a.warc [##############----------]  60 %  500 rows, 400 stored, 50/s, 0:10 left\n");
    }

    @Test
    void itIsQuietBetween() {
        ProgressBar bar = bar(false);
        bar.show(new Progress(1, 0, 1), 3_000, START.plusSeconds(1));
        assertThat(printed()).isEmpty();
    }

    @Test
    void onATerminalALineOfItsOwnReplacesTheBar() {
        ProgressBar bar = bar(true);
        bar.show(new Progress(1, 1, 1), 3_000, START.plusSeconds(1));
        bar.say("line 2: bad row");
        assertThat(printed()).startsWith("\r").doesNotContain("left\n").endsWith("\r\u001b[Kline 2: bad row\n");
    }

    private ProgressBar bar(boolean onTerminal) {
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ProgressBar(stream, "a.warc", 10_000, 2_000, onTerminal, START);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
