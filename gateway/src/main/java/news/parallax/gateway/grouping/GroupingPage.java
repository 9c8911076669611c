package news.parallax.gateway.grouping;

import news.parallax.gateway.story.ArticleView;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * Everything on the page that takes a report.
 *
 * @param story the story
 * @param article the article it is about; null if it is about none
 * @param form what was filled in
 * @param refused whether something is missing
 * @param sent whether the report is stored
 */
record GroupingPage(
        StoryView story, @Nullable ArticleView article, GroupingReportForm form, boolean refused, boolean sent) {
    /** Key of what is said to be wrong. */
    public String fault() {
        return form.fault().key();
    }
}
