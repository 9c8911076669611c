package news.parallax.gateway.feeds;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** Makes the answer of a feed's page: its addresses, its pages, its format. */
@Singleton
class FeedWriter {
    private final PublicUrl publicUrl;
    private final FeedItems items;
    private final int defaultLimit;
    private final @Nullable String hubUrl;

    FeedWriter(PublicUrl publicUrl, FeedItems items, GatewayConfig config) {
        this.publicUrl = publicUrl;
        this.items = items;
        defaultLimit = Math.clamp(config.feeds().items(), 1, 100);
        hubUrl = config.feeds().hub().map(URI::toString).orElse(null);
    }

    /** Items of the page. */
    int limit(FeedPaging paging) {
        return Parameters.wholeNumber("limit", paging.limit(), defaultLimit, 1, 100);
    }

    /** Where the page starts; empty for the first. */
    String cursor(FeedPaging paging) {
        return Objects.requireNonNullElse(paging.cursor(), "");
    }

    /** Answers with stories that are cut to what anybody may see. */
    Response answer(Feed feed, FeedPaging paging, List<StoryView> stories, @Nullable String nextCursor) {
        return write(feed, paging, stories.stream().map(items::of).toList(), nextCursor);
    }

    Response write(Feed feed, FeedPaging paging, List<FeedItemView> told, @Nullable String nextCursor) {
        FeedFormat format = FeedFormat.of(paging.format());
        String selfUrl = url(feed, paging, cursor(paging));
        var view = new FeedView(
                items.tag("feed:" + feed.name()),
                PlainText.of(feed.title()) + " · Parallax",
                PlainText.of(feed.description()),
                publicUrl.of(feed.pagePath()),
                selfUrl,
                url(feed, paging, ""),
                nextCursor == null ? null : url(feed, paging, nextCursor),
                hubUrl,
                told);
        var response = Response.ok(format.write(view)).header(HttpHeaders.CONTENT_TYPE, format.mediaType());
        if (hubUrl != null) {
            response.header(HttpHeaders.LINK, "<" + hubUrl + ">; rel=\"hub\", <" + selfUrl + ">; rel=\"self\"");
        }
        return response.build();
    }

    private String url(Feed feed, FeedPaging paging, String cursor) {
        StringBuilder query = new StringBuilder(feed.query().isEmpty() ? "" : "?" + feed.query());
        append(query, "limit", Objects.requireNonNullElse(paging.limit(), ""));
        append(query, "cursor", cursor);
        return publicUrl.of("/feeds/" + feed.path() + "." + paging.format() + query);
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
