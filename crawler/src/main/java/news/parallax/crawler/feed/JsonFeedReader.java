package news.parallax.crawler.feed;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import news.parallax.crawler.page.PublishTime;
import okhttp3.HttpUrl;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeedReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    ParsedFeed read(byte[] body, HttpUrl url) throws UnreadableFeedException {
        JsonNode feed = tree(body);
        if (!feed.path("items").isArray()) {
            throw new UnreadableFeedException("no readable JSON Feed: it has no items");
        }
        FeedProfile profile = profile(feed, url);
        List<FeedEntry> entries = new ArrayList<>();
        feed.path("items").forEach(item -> entries.add(entry(item, profile, url)));
        return ParsedFeed.of(profile, entries);
    }

    private static JsonNode tree(byte[] body) throws UnreadableFeedException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UnreadableFeedException("no readable JSON Feed: " + e.getMessage());
        }
    }

    private static FeedProfile profile(JsonNode feed, HttpUrl url) {
        var draft = new ProfileDraft();
        draft.title = PlainText.of(text(feed, "title"));
        draft.description = PlainText.of(text(feed, "description"));
        draft.language = text(feed, "language");
        draft.homePage = address(text(feed, "home_page_url"), url);
        draft.self = address(text(feed, "feed_url"), url);
        draft.icon = Stream.of("icon", "favicon")
                .flatMap(name -> address(text(feed, name), url).stream())
                .findFirst();
        feed.path("hubs").forEach(hub -> address(text(hub, "url"), url).ifPresent(draft.hubs::add));
        addAuthors(feed, draft.authors);
        return draft.profile();
    }

    private static FeedEntry entry(JsonNode item, FeedProfile profile, HttpUrl base) {
        var draft = new EntryDraft();
        draft.id = text(item, "id");
        draft.link = Stream.of(text(item, "url"), text(item, "external_url"), draft.id)
                .flatMap(candidate -> address(candidate, base).stream())
                .findFirst();
        draft.title = PlainText.of(text(item, "title"));
        draft.summary = XmlElement.escaped(text(item, "summary"));
        String html = text(item, "content_html");
        draft.content = html.isEmpty() ? XmlElement.escaped(text(item, "content_text")) : SafeHtml.of(html, base);
        addAuthors(item, draft.authors);
        if (draft.authors.isEmpty()) {
            draft.authors.addAll(profile.authors());
        }
        draft.publishTime = time(item, "date_published");
        draft.updateTime = time(item, "date_modified");
        draft.language = RssReader.first(text(item, "language"), profile.language());
        item.path("tags").forEach(tag -> draft.categories.add(PlainText.of(tag.asText(""))));
        draft.image = Stream.of("image", "banner_image")
                .flatMap(name -> address(text(item, name), base).stream())
                .findFirst();
        item.path("attachments")
                .forEach(file -> address(text(file, "url"), base)
                        .ifPresent(url -> draft.enclosures.add(new Enclosure(
                                url,
                                text(file, "mime_type").toLowerCase(Locale.ROOT),
                                file.path("size_in_bytes").asLong(0)))));
        return draft.entry();
    }

    private static Optional<HttpUrl> address(String text, HttpUrl base) {
        return text.isBlank() ? Optional.empty() : XmlElement.resolve(base, text);
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asText("").strip();
    }

    /** Version 1.1 has a list, 1.0 one author; some write one where the list should be. */
    private static void addAuthors(JsonNode node, SequencedSet<String> names) {
        JsonNode authors = node.path("authors");
        Stream.of(authors.isObject() ? List.of(authors) : authors, List.of(node.path("author")))
                .forEach(list -> list.forEach(author -> {
                    if (!text(author, "name").isEmpty()) {
                        names.add(text(author, "name"));
                    }
                }));
    }

    private static Optional<Instant> time(JsonNode node, String property) {
        return PublishTime.parse(text(node, property));
    }
}
