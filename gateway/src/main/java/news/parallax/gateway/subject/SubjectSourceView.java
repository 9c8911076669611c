package news.parallax.gateway.subject;

import news.parallax.gateway.rating.SourceSummaryView;

/**
 * How much an outlet covers a subject.
 *
 * @param source the outlet
 * @param storyCount stories about the subject with an article of it, among those that were counted
 */
public record SubjectSourceView(SourceSummaryView source, int storyCount) {}
