package news.parallax.crawler.feed;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.SyModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
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
    private static final Pattern FREQUENCY = Pattern.compile("[1-9]\\d{0,5}");
    private static final Map<String, Duration> UPDATE_PERIODS = Map.of(
            SyModule.HOURLY, Duration.ofHours(1),
            SyModule.DAILY, Duration.ofDays(1),
            SyModule.WEEKLY, Duration.ofDays(7),
            SyModule.MONTHLY, Duration.ofDays(30),
            SyModule.YEARLY, Duration.ofDays(365));

    ParsedFeed read(byte[] body, String contentType, HttpUrl url) throws UnreadableFeedException {
        SyndFeed feed = syndFeed(body, contentType);
        String language = text(feed.getLanguage()).isEmpty() ? atomLanguage(body) : text(feed.getLanguage());
        return FeedParser.feed(
                PlainText.of(feed.getTitle()),
                feed.getEntries().stream()
                        .map(entry -> entry(entry, language, url))
                        .toList(),
                freshFor(feed));
    }

    /** The ttl of RSS, in minutes; else what the syndication module says. */
    private static Optional<Duration> freshFor(SyndFeed feed) {
        return feed.originalWireFeed() instanceof Channel channel && channel.getTtl() > 0
                ? Optional.of(Duration.ofMinutes(channel.getTtl()))
                : updateInterval(feed);
    }

    /** Once an hour is what WordPress writes into every feed that nobody has thought about, so it says nothing. */
    private static Optional<Duration> updateInterval(SyndFeed feed) {
        Duration period = UPDATE_PERIODS.getOrDefault(syndication(feed, "updatePeriod"), Duration.ZERO);
        String frequency = syndication(feed, "updateFrequency");
        int times = FREQUENCY.matcher(frequency).matches() ? Integer.parseInt(frequency) : 1;
        return Optional.of(period.dividedBy(times))
                .filter(interval -> interval.isPositive() && !interval.equals(Duration.ofHours(1)));
    }

    /** An element of the syndication module; not in RSS 1.0, where ROME keeps it. */
    private static String syndication(SyndFeed feed, String name) {
        return feed.getForeignMarkup().stream()
                .filter(element -> SyModule.URI.equals(element.getNamespaceURI()) && name.equals(element.getName()))
                .map(element -> text(element.getText()))
                .findFirst()
                .orElse("");
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
        input.setPreserveWireFeed(true); // which alone knows the ttl
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
