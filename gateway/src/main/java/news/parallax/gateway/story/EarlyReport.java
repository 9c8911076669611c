package news.parallax.gateway.story;

import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * One of the first reports of a story, on its page.
 *
 * @param sourceId its outlet
 * @param sourceName name of that
 * @param side of that; null if the reader may not see it
 * @param time its time
 * @param href where it can be read; empty if it cannot be linked
 * @param place first: has the earliest time; maybe: may have been first too; later
 * @param precision of its time, as in {@link ReportTimeView}; empty if that is taken to be exact
 */
public record EarlyReport(
        String sourceId,
        String sourceName,
        @Nullable SideLabel side,
        TimeView time,
        String href,
        String place,
        String precision) {}
