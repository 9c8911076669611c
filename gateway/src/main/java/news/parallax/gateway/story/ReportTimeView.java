package news.parallax.gateway.story;

import java.time.Instant;

/**
 * When a report was published.
 *
 * @param articleId the report
 * @param sourceId its outlet
 * @param sourceName name of that outlet
 * @param time as exact as the precision says
 * @param precision exact; hour: within the hour after it; day: on that day; discovery: found then, published before
 */
public record ReportTimeView(String articleId, String sourceId, String sourceName, Instant time, String precision) {}
