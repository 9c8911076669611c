package news.parallax.crawler.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeedReader {

    private final ObjectMapper json = new ObjectMapper();

    ParsedFeed read(byte[] body, HttpUrl url) throws UnreadableFeedException {
        JsonNode feed = tree(body);
        if (!feed.path("items").isArray()) {
            throw new UnreadableFeedException("no readable JSON Feed: it has no items");
        }
        String language = feed.path("language").asText("");
        List<Optional<FeedEntry>> entries = new ArrayList<>();
        feed.path("items").forEach(item -> entries.add(entry(item, language, url)));
        return FeedParser.feed(PlainText.of(feed.path("title").asText("")), entries, Optional.empty());
    }

    private JsonNode tree(byte[] body) throws UnreadableFeedException {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UnreadableFeedException("no readable JSON Feed: " + e.getMessage());
        }
    }

    private static Optional<FeedEntry> entry(JsonNode item, String feedLanguage, HttpUrl base) {
        return Stream.of("url", "external_url", "id")
                .map(field -> item.path(field).asText(""))
                .filter(candidate -> !candidate.isEmpty())
                .flatMap(candidate -> Optional.ofNullable(base.resolve(candidate)).stream())
                .findFirst()
                .map(url -> new FeedEntry(
                        url,
                        PlainText.of(item.path("title").asText("")),
                        PlainText.of(item.path("summary").asText("")),
                        authors(item),
                        time(item.path("date_published")),
                        time(item.path("date_modified")),
                        item.path("language").asText(feedLanguage),
                        item.path("tags").path(0).asText("")));
    }

    /** Version 1.1 has a list, 1.0 one author. */
    private static List<String> authors(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.path("authors").forEach(author -> names.add(author.path("name").asText("")));
        names.add(item.path("author").path("name").asText(""));
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    private static Optional<Instant> time(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.asText()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
