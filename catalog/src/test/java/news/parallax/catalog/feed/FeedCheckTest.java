package news.parallax.catalog.feed;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a feed over weeks of visits, hour by hour. */
class FeedCheckTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private final FeedCheck check = new FeedCheck(FeedSettings.shipped());
    private final FeedEntity feed = new FeedEntity();
    private Instant now = MONDAY;

    @BeforeEach
    void aNewFeed() {
        feed.id = "f";
        feed.dueTime = MONDAY;
    }

    @Test
    void nightsAndWeekendsAreNoSilenceForAFeedThatAlwaysRests() {
        officeHours(28);
        boolean silentOnce = false;
        Instant monday = now.plus(ofDays(7));
        while (now.isBefore(monday)) {
            visit(isOfficeHour());
            silentOnce |= feed.health == FeedHealth.SILENT;
        }

        assertThat(silentOnce).isFalse();
        assertThat(check.usualPause(feed).orElseThrow()).isBetween(ofHours(60), ofHours(66));
    }

    @Test
    void aFeedIsSilentAfterTwiceItsUsualLongestPauseAndHealthyWithTheNextNews() {
        everyHour(10);
        hours(6);
        assertThat(feed.health).isEqualTo(FeedHealth.HEALTHY);
        hours(1);
        assertThat(feed.health).isEqualTo(FeedHealth.SILENT);
        visit(true);
        assertThat(feed.health).isEqualTo(FeedHealth.HEALTHY);
    }

    @Test
    void oneOutageDoesNotBecomeUsual() {
        everyHour(14);
        hours(72);
        everyHour(14);

        assertThat(check.usualPause(feed)).contains(ofHours(1));
    }

    @Test
    void whatIsUsualIsNotKnownAfterAFewDays() {
        everyHour(3);
        hours(24 * 29);
        assertThat(check.usualPause(feed)).isEmpty();
        assertThat(feed.health).isEqualTo(FeedHealth.HEALTHY);
        hours(25);
        assertThat(feed.health).isEqualTo(FeedHealth.SILENT);
    }

    @Test
    void thatNobodyLooksIsNoSilence() {
        everyHour(10);
        now = now.plus(ofDays(5));
        report(new FetchOutcome.Failed(FetchError.TIMEOUT, "no answer"));

        assertThat(feed.health).isEqualTo(FeedHealth.HEALTHY);
    }

    @Test
    void aFailureLeavesRhythmAndValidatorsAsTheyWere() {
        everyHour(2);
        Rhythm before = feed.rhythm();
        report(new FetchOutcome.Failed(FetchError.TIMEOUT, "no answer"));

        assertThat(feed.rhythm()).isEqualTo(before);
        assertThat(feed.etag).isEqualTo("v");
        assertThat(Duration.between(now, feed.dueTime)).isGreaterThan(Duration.ofMinutes(7));
    }

    @Test
    void theBacklogOfAFirstVisitIsNoRhythm() {
        report(read("v", 500, FetchOutcome.EntryCounts.NONE, Optional.of(now.minusSeconds(60))));

        assertThat(feed.rhythm()).isEqualTo(Rhythm.UNKNOWN);
        assertThat(feed.changeTime).isEqualTo(now.minusSeconds(60));
    }

    @Test
    void articlesThatAreToBeTriedAgainBringTheFeedBackAsSoonAsAllowed() {
        for (int count = 0; count < 5; count++) {
            report(read("v", 5, open(5 - count), Optional.empty()));
        }

        assertThat(feed.dueTime).isEqualTo(now.plus(Duration.ofMinutes(5)));
        assertThat(feed.health).isEqualTo(FeedHealth.HEALTHY);
        assertThat(feed.failureCount).isZero();
    }

    @Test
    void validatorsMoveOnlyWithTheLastOpenArticle() {
        report(read("v1", 1, FetchOutcome.EntryCounts.NONE, Optional.empty()));
        report(read("v2", 3, open(2), Optional.empty()));
        assertThat(feed.etag).isEqualTo("v1");
        report(read("v3", 2, FetchOutcome.EntryCounts.NONE, Optional.empty()));
        assertThat(feed.etag).isEqualTo("v3");
    }

    @Test
    void aBacklogThatTakesSeveralVisitsIsNoRhythm() {
        Instant newest = now.minusSeconds(60);
        report(read("v", 500, open(400), Optional.of(newest)));
        now = now.plus(ofHours(1));
        report(read("v", 400, open(100), Optional.empty()));
        now = now.plus(ofHours(1));
        report(read("v", 103, FetchOutcome.EntryCounts.NONE, Optional.empty()));

        assertThat(feed.rhythm().perDay()).isCloseTo(3 * 12, within(0.5));
        assertThat(feed.changeTime).isEqualTo(now);
    }

    @Test
    void aFeedThatIsAgainAsItWasHasNothingOpen() {
        report(read("v", 5, open(5), Optional.empty()));
        report(new FetchOutcome.NotModified());

        assertThat(feed.openEntryCount).isZero();
        assertThat(feed.dueTime).isAfter(now.plus(Duration.ofMinutes(5)));
    }

    private static FetchOutcome.EntryCounts open(int entries) {
        return new FetchOutcome.EntryCounts(0, entries, 0, "a page failed");
    }

    private static FetchOutcome read(
            String etag, int newEntries, FetchOutcome.EntryCounts entries, Optional<Instant> newest) {
        return new FetchOutcome.Succeeded(etag, "", newEntries, newest, entries, Optional.empty());
    }

    private void officeHours(int days) {
        Instant end = now.plus(ofDays(days));
        while (now.isBefore(end)) {
            visit(isOfficeHour());
        }
    }

    private boolean isOfficeHour() {
        var moment = now.atOffset(ZoneOffset.UTC);
        boolean weekend = moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && moment.getHour() >= 8 && moment.getHour() < 18;
    }

    private void everyHour(int days) {
        for (int hour = 0; hour < 24 * days; hour++) {
            visit(true);
        }
    }

    /** Hours without news. */
    private void hours(int count) {
        for (int hour = 0; hour < count; hour++) {
            visit(false);
        }
    }

    private void visit(boolean news) {
        report(news ? read("v", 1, FetchOutcome.EntryCounts.NONE, Optional.empty()) : new FetchOutcome.NotModified());
        now = now.plus(ofHours(1));
    }

    private void report(FetchOutcome outcome) {
        var answer = new FetchAnswer(0, Optional.empty(), false, Duration.ZERO, Optional.empty());
        check.note(feed, new FetchReport("f", "t", outcome, answer, Optional.empty()), now);
    }
}
