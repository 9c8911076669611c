package news.parallax.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import news.parallax.crawler.delivery.DeliveryOutcome.Refused;
import news.parallax.crawler.delivery.DeliveryOutcome.Stored;
import org.junit.jupiter.api.Test;

class ReplayTallyTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");

    private final ReplayTally tally = new ReplayTally(Path.of("a.warc"), START, Position.START);

    @Test
    void itIsAnsweredOnlyUpToTheFirstRowThatIsOpen() {
        var first = tally.sent(at(1));
        var second = tally.sent(at(2));
        tally.badRow(at(3));
        tally.skipped("request", at(4));
        var fifth = tally.sent(at(5));

        tally.answer(second, new Stored("s", true), null);
        tally.answer(fifth, new Stored("s", true), null);
        assertThat(tally.answered()).isEqualTo(Position.START);

        tally.answer(first, new Refused("TIME_INVALID", "no"), null);
        assertThat(tally.answered()).isEqualTo(at(5));
    }

    @Test
    void aRowThatIsNotAnsweredHoldsThePlaceForTheNextRun() throws InterruptedException {
        tally.skipped("request", at(1));
        var lost = tally.sent(at(2));
        var stored = tally.sent(at(3));
        assertThat(tally.answer(lost, null, new IllegalStateException("gone"))).isPresent();
        assertThat(tally.answer(stored, new Stored("s", false), null)).isEmpty();

        assertThat(tally.answered()).isEqualTo(at(1));
        assertThat(tally.awaitAnswers(Duration.ofDays(1))).isFalse();
    }

    @Test
    void whoWaitsForAnswersDoesNotWaitForever() throws InterruptedException {
        tally.sent(at(1));
        assertThat(tally.awaitAnswers(Duration.ofMillis(5))).isFalse();
    }

    @Test
    void theReportCountsEachRowOnce() {
        tally.answer(tally.sent(at(1)), new Stored("s", true), null);
        tally.answer(tally.sent(at(2)), new Stored("s", false), null);
        tally.answer(tally.sent(at(3)), new Refused("TIME_INVALID", "no"), null);
        tally.badRow(at(4));
        tally.skipped("request", at(5));
        tally.skipped("request", at(6));

        ReplayReport report = tally.report(START.plusSeconds(4), true);

        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.repeated()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.badRows()).isEqualTo(1);
        assertThat(report.skipped()).containsOnlyKeys("request").containsValue(2);
        assertThat(report.articlesPerSecond()).isEqualTo(0.5);
    }

    private static Position at(long records) {
        return new Position(records * 100, records);
    }
}
