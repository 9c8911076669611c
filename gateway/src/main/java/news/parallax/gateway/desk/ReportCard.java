package news.parallax.gateway.desk;

import java.time.Instant;
import news.parallax.gateway.page.TimeView;

/**
 * A reader's report of a wrong grouping.
 *
 * @param id of the report
 * @param kind wrong-article, same-story or other
 * @param storyId the story now
 * @param storyTitle its headline
 * @param articleId the article; empty if none was named
 * @param articleTitle its title; empty if none was named
 * @param otherStoryId the story that tells the same; empty if none was named
 * @param otherStoryTitle its headline; empty if none was named
 * @param text what the reader says; may be empty
 * @param created when it came
 */
record ReportCard(
        String id,
        String kind,
        String storyId,
        String storyTitle,
        String articleId,
        String articleTitle,
        String otherStoryId,
        String otherStoryTitle,
        String text,
        TimeView created) {
    static ReportCard of(GroupingReportView view, Instant now) {
        return new ReportCard(
                view.id(),
                view.kind(),
                view.storyId(),
                view.storyTitle(),
                view.articleId(),
                view.articleTitle(),
                view.otherStoryId(),
                view.otherStoryTitle(),
                view.text(),
                TimeView.of(view.createTime(), now));
    }
}
