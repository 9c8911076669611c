package news.parallax.crawler.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.parallax.crawler.page.PublishTime;
import okhttp3.HttpUrl;

/** Reads RSS 0.9x, 1.0, 1.1 and 2.0 with the modules that news feeds use, and CDF, which came before them. */
final class RssReader {

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
    private static final Map<String, Duration> UPDATE_PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));

    private static final String[] AUTHORS = {
        "rss:author", "dc:creator", "dc:author", "atom:author", "itunes:author", "googleplay:author"
    };
    private static final String[] CATEGORIES = {"rss:category", "dc:subject", "atom:category", "media:category"};

    private final HttpUrl url;
    private final XmlElement root;
    private final XmlElement channel;

    RssReader(XmlElement root, HttpUrl url) {
        this.url = url;
        this.root = root;
        this.channel = root.first("rss:channel").orElse(root);
    }

    ParsedFeed read() {
        FeedProfile profile = profile();
        return ParsedFeed.of(
                profile,
                root.descendants("rss:item")
                        .limit(FeedParser.ENTRIES_MAX)
                        .map(item -> entry(item, profile))
                        .toList());
    }

    private FeedProfile profile() {
        var draft = new ProfileDraft();
        draft.title = plain(channel, "rss:title", "dc:title", "atom:title");
        draft.description = plain(
                channel,
                "rss:description",
                "rss:tagline",
                "rss:abstract",
                "dc:description",
                "itunes:summary",
                "itunes:subtitle");
        draft.id = channel.textOf("atom:id");
        draft.language = first(
                channel.textOf("rss:language", "dc:language"),
                channel.language().orElse(""));
        draft.homePage = link(channel, url);
        channel.all("atom:link", "rss:link").forEach(link -> FeedLinks.addTo(draft, link, url));
        draft.icon = channel.first("rss:image", "itunes:image")
                .flatMap(image -> image.url(first(image.textOf("rss:url"), image.attribute("href")), url));
        Stream.concat(
                        channel.all(AUTHORS),
                        Stream.concat(
                                channel.all("rss:managingeditor"),
                                Stream.concat(
                                        channel.all("itunes:owner")
                                                .flatMap(owner -> owner.all("itunes:name", "itunes:email")),
                                        channel.all("rss:webmaster"))))
                .map(Person::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(draft.authors::add);
        addCategories(channel, draft.categories::add);
        channel.all("itunes:category").forEach(category -> addItunes(category, draft.categories::add));
        draft.publishTime = time(channel, "rss:pubdate", "dcterms:issued", "dc:date");
        draft.updateTime = time(channel, "rss:lastbuilddate", "dcterms:modified", "atom:updated");
        draft.freshFor = freshFor();
        return draft.profile();
    }

    /** The ttl of RSS, in minutes; else what the syndication module says. */
    private Optional<Duration> freshFor() {
        String ttl = channel.textOf("rss:ttl");
        return NUMBER.matcher(ttl).matches() ? Optional.of(Duration.ofMinutes(Long.parseLong(ttl))) : updateInterval();
    }

    /** Once an hour is what WordPress writes into every feed that nobody has thought about, so it says nothing. */
    private Optional<Duration> updateInterval() {
        Duration period = UPDATE_PERIODS.getOrDefault(channel.textOf("sy:updateperiod"), Duration.ZERO);
        String frequency = channel.textOf("sy:updatefrequency");
        int times = NUMBER.matcher(frequency).matches() ? Integer.parseInt(frequency) : 1;
        return Optional.of(period.dividedBy(times))
                .filter(interval -> interval.isPositive() && !interval.equals(Duration.ofHours(1)));
    }

    private FeedEntry entry(XmlElement item, FeedProfile profile) {
        var draft = new EntryDraft();
        draft.id = item.textOf("rss:guid", "atom:id", "dc:identifier");
        draft.link = link(item, profile.homePage().orElse(url)).or(() -> permanent(item));
        draft.title = plain(item, "rss:title", "dc:title", "atom:title", "media:title");
        draft.summary = html(
                item,
                "rss:summary",
                "rss:description",
                "rss:abstract",
                "atom:summary",
                "dcterms:abstract",
                "dc:description",
                "itunes:summary",
                "googleplay:description",
                "itunes:subtitle",
                "media:description");
        draft.content =
                html(item, "content:encoded", "xhtml:body", "xhtml:div", "rss:body", "rss:fullitem", "atom:content");
        if (draft.content.isEmpty() && item.first("rss:summary").isPresent()) {
            draft.content = html(item, "rss:description");
        }
        item.all(AUTHORS).map(Person::name).forEach(draft.authors::add);
        draft.authors.remove("");
        if (draft.authors.isEmpty()) {
            draft.authors.addAll(profile.authors());
        }
        draft.publishTime = time(
                item,
                "rss:pubdate",
                "dcterms:issued",
                "atom:published",
                "atom:issued",
                "dc:date",
                "dcterms:created",
                "rss:date");
        draft.updateTime =
                time(item, "atom:updated", "atom:modified", "dcterms:modified", "rss:lastbuilddate", "rss:updated");
        draft.language = language(item, profile);
        addCategories(item, draft.categories::add);
        item.all("itunes:category").forEach(category -> addItunes(category, draft.categories::add));
        FeedMedia.addTo(draft, item, url);
        return draft.entry();
    }

    /** Where the entry's text says its language; else that of the feed. */
    private static String language(XmlElement item, FeedProfile profile) {
        String own = item.textOf("dc:language", "rss:language");
        return own.isEmpty()
                ? item.first("content:encoded", "xhtml:body", "rss:description")
                        .or(() -> Optional.of(item))
                        .flatMap(XmlElement::language)
                        .orElse(profile.language())
                : own;
    }

    private static Optional<HttpUrl> link(XmlElement element, HttpUrl base) {
        Stream<String> written = Stream.of("feedburner:origlink", "rss:link")
                .flatMap(element::all)
                .map(link -> first(link.text().strip(), link.attribute("href")));
        Stream<String> alternate = element.all("atom:link")
                .filter(link -> FeedLinks.isAlternate(link))
                .map(link -> link.attribute("href"));
        Stream<String> ofCdf = Stream.of(element.attribute("href"));
        return Stream.of(written, alternate, ofCdf)
                .flatMap(stream -> stream)
                .flatMap(address -> element.url(address, base).stream())
                .findFirst();
    }

    /** A guid is the address unless it says that it is none. */
    private Optional<HttpUrl> permanent(XmlElement item) {
        return item.first("rss:guid")
                .filter(guid -> !guid.attribute("ispermalink").equalsIgnoreCase("false"))
                .flatMap(guid -> item.url(guid.text().strip(), url))
                .or(() -> Optional.of(item.textOf("rss:guid"))
                        .filter(guid -> guid.matches("(?i)https?://.+"))
                        .flatMap(guid -> item.url(guid, url)));
    }

    private String plain(XmlElement element, String... names) {
        return element.all(names)
                .map(child ->
                        PlainText.of(child.name().startsWith("atom:") ? FeedText.atom(child) : FeedText.rss(child)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String html(XmlElement element, String... names) {
        return element.all(names)
                .map(child -> FeedText.safe(
                        child.name().startsWith("atom:") ? FeedText.atom(child) : FeedText.rss(child), child, url))
                .filter(html -> !html.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static void addCategories(XmlElement element, Consumer<String> categories) {
        element.all(CATEGORIES)
                .map(category -> category.name().startsWith("atom:")
                        ? first(category.attribute("label"), category.attribute("term"))
                        : PlainText.of(FeedText.rss(category)))
                .filter(category -> !category.isEmpty())
                .forEach(categories);
    }

    private static void addItunes(XmlElement category, Consumer<String> categories) {
        categories.accept(category.attribute("text"));
        category.all("itunes:category").forEach(inner -> categories.accept(inner.attribute("text")));
    }

    private static Optional<Instant> time(XmlElement element, String... names) {
        return element.all(names)
                .flatMap(child -> PublishTime.parse(child.text()).stream())
                .findFirst();
    }

    static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }
}
