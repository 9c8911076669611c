package news.parallax.gateway.reader;

import java.time.Instant;
import java.util.List;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.coverage.BiasView;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.reader.BalanceView.BalanceSplitView;
import org.jspecify.annotations.Nullable;

/**
 * How what a reader read splits.
 *
 * @param balance what the reader may see of it
 * @param readings what they read last, the latest first
 * @param days the period: so many days, 0 for all that is kept
 */
record BalancePage(BalanceView balance, List<ReadingCard> readings, int days) {
    /** The periods to choose from. */
    static final List<Integer> DAYS = List.of(7, 30, 0);

    static BalancePage of(BalanceView balance, List<ReadingView> readings, int days, Instant now) {
        List<ReadingCard> cards = readings.stream()
                .map(reading -> new ReadingCard(reading, TimeView.of(reading.readTime(), now)))
                .toList();
        return new BalancePage(balance, cards, days);
    }

    /**
     * Something that was read.
     *
     * @param reading what
     * @param read when
     */
    record ReadingCard(ReadingView reading, TimeView read) {
        /** Its title: of the article, else of the story. */
        public String title() {
            return reading.articleTitle() == null ? reading.storyTitle() : reading.articleTitle();
        }
    }

    /** The periods to choose from. */
    public List<Integer> periods() {
        return DAYS;
    }

    /** The split as the bar draws it; null if the reader may not see it. */
    public @Nullable BiasView bar() {
        BalanceSplitView split = balance.split();
        return split == null
                ? null
                : BiasView.of(split.left(), split.center(), split.right(), split.unrated(), split.percent(), List.of());
    }

    /** Name of the least plan that has a capability which the reader lacks. */
    public String plan() {
        return balance.locked().values().stream()
                .map(ReaderPlan::of)
                .max(ReaderPlan::compareTo)
                .map(ReaderPlan::text)
                .orElse("");
    }
}
