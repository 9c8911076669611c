package news.parallax.gateway.reader;

import java.util.Map;
import news.parallax.catalog.v1.ListRatingOverridesResponse;
import news.parallax.catalog.v1.ListReadingsResponse;
import news.parallax.catalog.v1.ListSavedStoriesResponse;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.ReadSource;
import news.parallax.catalog.v1.Reading;
import news.parallax.catalog.v1.ReadingBalance;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.coverage.PercentView;
import news.parallax.gateway.rating.RatingMessages;
import news.parallax.gateway.reader.BalanceView.BalanceSplitView;
import news.parallax.gateway.story.StoryMessages;
import org.jspecify.annotations.Nullable;

/** What readers saved, rate otherwise and read, as views. */
final class ShelfMessages {
    private ShelfMessages() {}

    static SavedListView toSaved(ListSavedStoriesResponse found) {
        return new SavedListView(
                found.getSavedStoriesList().stream()
                        .map(saved ->
                                new SavedView(StoryMessages.toView(saved.getStory()), Times.of(saved.getSaveTime())))
                        .toList(),
                Cursors.next(found.getNextPageToken()));
    }

    static OverrideListView toOverrides(ListRatingOverridesResponse found) {
        return new OverrideListView(
                found.getRatingOverridesList().stream()
                        .map(ShelfMessages::toOverride)
                        .toList(),
                Cursors.next(found.getNextPageToken()));
    }

    static OverrideView toOverride(RatingOverride override) {
        return new OverrideView(
                override.getSourceId(),
                override.hasSource() ? override.getSource().getName() : null,
                RatingMessages.toLabel(override.getBias()),
                override.hasSource()
                        ? RatingMessages.toLabel(override.getSource().getBias())
                        : null,
                Times.orNull(override.getSetTime()));
    }

    static ReadingListView toReadings(ListReadingsResponse found) {
        return new ReadingListView(
                found.getReadingsList().stream().map(ShelfMessages::toView).toList(),
                Cursors.next(found.getNextPageToken()));
    }

    private static ReadingView toView(Reading reading) {
        return new ReadingView(
                reading.getStoryId(),
                reading.getStoryTitle(),
                orNull(reading.getArticleId()),
                orNull(reading.getArticleTitle()),
                orNull(reading.getSourceId()),
                Times.of(reading.getReadTime()));
    }

    static BalanceView toBalance(ReadingBalance balance) {
        var split = new BalanceSplitView(
                balance.getLeft(),
                balance.getCenter(),
                balance.getRight(),
                balance.getUnrated(),
                new PercentView(balance.getLeftPercent(), balance.getCenterPercent(), balance.getRightPercent()),
                balance.getSourcesList().stream().map(ShelfMessages::toView).toList());
        return new BalanceView(balance.getArticleCount(), balance.getStoryCount(), split, Map.of());
    }

    private static ReadSourceView toView(ReadSource source) {
        return new ReadSourceView(
                source.getSourceId(),
                source.getSourceName(),
                RatingMessages.toLabel(source.getBias()),
                source.getArticleCount());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
