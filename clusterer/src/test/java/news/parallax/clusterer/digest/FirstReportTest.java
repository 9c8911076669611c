package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.parallax.clusterer.digest.FirstReport.Precision;
import news.parallax.clusterer.digest.FirstReport.ReportTime;
import org.junit.jupiter.api.Test;

class FirstReportTest {

    private final ToldStory story = new ToldStory();
    private int count;

    @Test
    void theEarliestOfExactTimesIsFirst() {
        at("2026-03-02T09:40:00Z");
        String earliest = at("2026-03-02T09:17:00Z");
        FirstReport first = first();
        assertThat(first.report().articleId()).isEqualTo(earliest);
        assertThat(first.report().precision()).isEqualTo(Precision.EXACT);
        assertThat(first.uncertain()).isFalse();
        assertThat(first.contenders()).isEmpty();
    }

    @Test
    void reportsWithinFiveMinutesContend() {
        at("2026-03-02T09:17:00Z");
        String near = at("2026-03-02T09:21:59Z");
        at("2026-03-02T09:22:00Z");
        assertThat(first().uncertain()).isTrue();
        assertThat(first().contenders()).extracting(ReportTime::articleId).containsExactly(near);
    }

    @Test
    void aDateWithoutTimeMayBeAnyMomentOfThatDay() {
        String day = at("2026-03-02T00:00:00Z");
        String evening = at("2026-03-02T21:35:00Z");
        at("2026-03-03T07:12:00Z");
        assertThat(first().report())
                .isEqualTo(new ReportTime(day, Instant.parse("2026-03-02T00:00:00Z"), Precision.DAY));
        assertThat(first().uncertain()).isTrue();
        assertThat(first().contenders()).extracting(ReportTime::articleId).containsExactly(evening);
    }

    @Test
    void aFullHourMayBeAnyMomentOfIt() {
        at("2026-03-02T09:00:00Z");
        String within = at("2026-03-02T09:44:00Z");
        at("2026-03-02T10:06:00Z");
        assertThat(first().report().precision()).isEqualTo(Precision.HOUR);
        assertThat(first().contenders()).extracting(ReportTime::articleId).containsExactly(within);
    }

    @Test
    void aLoneReportOfAFullHourIsUncertainToo() {
        at("2026-03-02T09:00:00Z");
        assertThat(first().uncertain()).isTrue();
    }

    @Test
    void aReportWithoutTimeMayHaveBeenFirstUpToADayBeforeItWasFound() {
        at("2026-03-02T09:17:00Z");
        String found = found("2026-03-03T09:20:00Z");
        found("2026-03-03T09:23:00Z");
        assertThat(first().contenders())
                .containsExactly(new ReportTime(found, Instant.parse("2026-03-03T09:20:00Z"), Precision.DISCOVERY));
    }

    @Test
    void fiveContendersAreNamedAndAllAreCounted() {
        for (int i = 0; i < 8; i++) {
            at("2026-03-02T09:17:0" + i + "Z");
        }
        assertThat(first().contenders()).hasSize(5);
        assertThat(first().contenderCount()).isEqualTo(7);
    }

    @Test
    void aCopyIsNotFirstHoweverEarlyItsClock() {
        String text =
                "The council of the harbor city passed a levy on all ships that stay longer than a day. ".repeat(6);
        String original = story.add("a.example", "Levy", text, Instant.parse("2026-03-02T09:17:00Z"), true, "");
        story.add("b.example", "Levy", text, Instant.parse("2026-03-02T08:17:00Z"), true, "");
        assertThat(first().report().articleId()).isEqualTo(original);
    }

    private String at(String time) {
        return add(time, true);
    }

    private String found(String time) {
        return add(time, false);
    }

    private String add(String time, boolean published) {
        String host = "outlet" + count++ + ".example";
        return story.add(host, "Council passes harbor levy", "", Instant.parse(time), published, "");
    }

    private FirstReport first() {
        return story.details().firstReport().orElseThrow();
    }
}
