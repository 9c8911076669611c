package news.parallax.gateway.feeds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import news.parallax.gateway.feeds.FeedItemView.AuthorView;
import org.jspecify.annotations.Nullable;

/** Writes JSON Feed 1.1. */
final class JsonFeedWriter {
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);

    private JsonFeedWriter() {}

    static String write(FeedView feed) {
        try {
            return JSON.writeValueAsString(document(feed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document document(FeedView feed) {
        return new Document(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.pageUrl(),
                feed.selfUrl(),
                feed.description(),
                feed.nextUrl(),
                "en",
                List.of(new Author("Parallax", "")),
                feed.hubUrl() == null ? List.of() : List.of(new Hub("WebSub", feed.hubUrl())),
                feed.items().stream().map(JsonFeedWriter::item).toList());
    }

    private static Item item(FeedItemView item) {
        return new Item(
                item.id(),
                item.url(),
                item.title(),
                item.html(),
                item.text(),
                item.published() == null ? null : item.published().toString(),
                item.updated().toString(),
                item.authors().stream().map(JsonFeedWriter::author).toList(),
                item.language());
    }

    private static Author author(AuthorView author) {
        return new Author(author.name(), author.url());
    }

    private record Document(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            String description,
            @JsonProperty("next_url") @Nullable String nextUrl,
            String language,
            List<Author> authors,
            List<Hub> hubs,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {}

    private record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_html") String contentHtml,
            String summary,
            @JsonProperty("date_published") @Nullable String datePublished,
            @JsonProperty("date_modified") String dateModified,
            List<Author> authors,
            String language) {}

    private record Author(String name, String url) {}

    private record Hub(String type, String url) {}
}
