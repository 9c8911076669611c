package news.parallax.crawler.schedule;

import static news.parallax.crawler.schedule.FailedPages.Verdict.FETCH;
import static news.parallax.crawler.schedule.FailedPages.Verdict.GIVEN_UP;
import static news.parallax.crawler.schedule.FailedPages.Verdict.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedPagesTest {

    private Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private final FailedPages pages = new FailedPages(3, Duration.ofMinutes(10), 2, () -> now);

    @Test
    void aFailedPageIsTriedAgainLaterAndLaterAndThenGivenUp() {
        assertThat(pages.verdict("a")).isEqualTo(FETCH);
        pages.failed("a");
        assertThat(pages.verdict("a")).isEqualTo(WAIT);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(pages.verdict("a")).isEqualTo(FETCH);
        pages.failed("a");
        now = now.plus(Duration.ofMinutes(19));
        assertThat(pages.verdict("a")).isEqualTo(WAIT);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(pages.verdict("a")).isEqualTo(FETCH);
        pages.failed("a");
        assertThat(pages.verdict("a")).isEqualTo(GIVEN_UP);
    }

    @Test
    void aRefusedPageIsGivenUpAtOnce() {
        pages.refused("a");
        assertThat(pages.verdict("a")).isEqualTo(GIVEN_UP);
        assertThat(pages.verdict("b")).isEqualTo(FETCH);
    }

    @Test
    void aPageThatSucceededStartsAnew() {
        pages.failed("a");
        pages.succeeded("a");
        assertThat(pages.verdict("a")).isEqualTo(FETCH);
    }

    @Test
    void theOldestIsForgottenFirst() {
        pages.refused("a");
        pages.refused("b");
        pages.refused("c");
        assertThat(pages.verdict("a")).isEqualTo(FETCH);
        assertThat(pages.verdict("c")).isEqualTo(GIVEN_UP);
    }
}
