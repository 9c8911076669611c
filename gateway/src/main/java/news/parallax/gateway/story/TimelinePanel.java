package news.parallax.gateway.story;

import java.util.List;
import news.parallax.gateway.coverage.OverTime;
import news.parallax.gateway.history.StoryEventView;
import news.parallax.gateway.page.TimeView;
import org.jspecify.annotations.Nullable;

/**
 * How a story unfolded, on its page.
 *
 * @param first who was first, if that is known
 * @param reports the first reports that copy no other, by time
 * @param overTime outlets of each side over time; null if it never changed, or the reader may not see sides
 * @param events how its articles were regrouped, newest first
 */
public record TimelinePanel(
        @Nullable FirstReportCard first,
        List<EarlyReport> reports,
        @Nullable OverTime overTime,
        List<EventCard> events) {
    /**
     * A change other than by new articles.
     *
     * @param event the change
     * @param time when
     * @param storyId the story of the page
     */
    public record EventCard(StoryEventView event, TimeView time, String storyId) {
        /** Whether the story of the page is the one that remained, was split, or received articles. */
        public boolean here() {
            return event.storyId().equals(storyId);
        }

        /** The other story; empty if there is none. */
        public String otherId() {
            if (!here()) {
                return event.storyId();
            }
            return event.otherStoryIds().isEmpty() ? "" : event.otherStoryIds().getFirst();
        }
    }
}
