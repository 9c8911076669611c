package news.parallax.crawler.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.crawler.page.PublishTime;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads RSS and Atom with ROME. Document type declarations are refused, so no entity is ever expanded or fetched. */
final class SyndicationReader {

    private static final int SNIFFED_BYTES = 4096;
    private static final Pattern ATOM_LANGUAGE = Pattern.compile("<feed\\b[^>]*\\bxml:lang=[\"']([^\"']+)");
    private static final Set<String> UPDATE_ELEMENTS = Set.of("updated", "modified");

    ParsedFeed read(byte[] body, String contentType, HttpUrl url) throws UnreadableFeedException {
        SyndFeed feed = syndFeed(body, contentType);
        String language = text(feed.getLanguage()).isEmpty() ? atomLanguage(body) : text(feed.getLanguage());
        return FeedParser.feed(
                PlainText.of(feed.getTitle()),
                feed.getEntries().stream()
                        .map(entry -> entry(entry, language, url))
                        .toList());
    }

    /** ROME does not tell the language of Atom feeds, which is an attribute of their first element. */
    private static String atomLanguage(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, SNIFFED_BYTES), StandardCharsets.UTF_8);
        Matcher language = ATOM_LANGUAGE.matcher(start);
        return language.find() ? language.group(1) : "";
    }

    private static SyndFeed syndFeed(byte[] body, String contentType) throws UnreadableFeedException {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        try (XmlReader reader = new XmlReader(
                new ByteArrayInputStream(body), contentType.isEmpty() ? "application/xml" : contentType, true)) {
            return input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new UnreadableFeedException("no readable RSS or Atom: " + e.getMessage());
        }
    }

    private static Optional<FeedEntry> entry(SyndEntry entry, String feedLanguage, HttpUrl base) {
        return url(entry, base)
                .map(url -> new FeedEntry(
                        url,
                        PlainText.of(entry.getTitle()),
                        entry.getDescription() == null
                                ? ""
                                : PlainText.of(entry.getDescription().getValue()),
                        authors(entry),
                        time(entry.getPublishedDate()),
                        time(entry.getUpdatedDate()).or(() -> updateTimeInRss(entry)),
                        entryLanguage(entry).orElse(feedLanguage),
                        entry.getCategories().stream()
                                .map(category -> PlainText.of(category.getName()))
                                .findFirst()
                                .orElse("")));
    }

    /** The link; else, in RSS, a guid that is a URL. */
    private static Optional<HttpUrl> url(SyndEntry entry, HttpUrl base) {
        return Stream.of(text(entry.getLink()), text(entry.getUri()))
                .filter(candidate -> !candidate.isEmpty())
                .map(base::resolve)
                .<HttpUrl>mapMulti((url, out) -> {
                    if (url != null) {
                        out.accept(url);
                    }
                })
                .findFirst();
    }

    private static List<String> authors(SyndEntry entry) {
        Stream<String> persons = entry.getAuthors().stream().map(SyndPerson::getName);
        Stream<String> creators = entry.getModule(DCModule.URI) instanceof DCModule dublinCore
                ? dublinCore.getCreators().stream()
                : Stream.of(text(entry.getAuthor()));
        return Stream.concat(persons, creators)
                .map(PlainText::of)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> entryLanguage(SyndEntry entry) {
        return entry.getModule(DCModule.URI) instanceof DCModule dublinCore
                ? Optional.ofNullable(dublinCore.getLanguage())
                : Optional.empty();
    }

    private static Optional<Instant> time(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    /** RSS has no update time of its own; feeds that have one borrow it from Atom or Dublin Core Terms. */
    private static Optional<Instant> updateTimeInRss(SyndEntry entry) {
        return entry.getForeignMarkup().stream()
                .filter(element -> UPDATE_ELEMENTS.contains(element.getName()))
                .flatMap(element -> PublishTime.parse(element.getText()).stream())
                .findFirst();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
