package news.parallax.crawler.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.crawler.page.PublishTime;
import okhttp3.HttpUrl;

/** Reads Atom 1.0 (RFC 4287) and 0.3. */
final class AtomReader {

    private final XmlElement feed;
    private final HttpUrl url;

    AtomReader(XmlElement feed, HttpUrl url) {
        this.feed = feed;
        this.url = url;
    }

    ParsedFeed read() {
        FeedProfile profile = profile();
        Stream<XmlElement> entries = feed.name().endsWith(":entry")
                ? Stream.of(feed)
                : Stream.concat(feed.descendants("atom:entry"), feed.descendants("rss:entry"));
        return ParsedFeed.of(
                profile,
                entries.limit(FeedParser.ENTRIES_MAX)
                        .map(entry -> entry(entry, profile))
                        .toList());
    }

    private FeedProfile profile() {
        var draft = new ProfileDraft();
        draft.title = plain(feed, "title");
        draft.description = plain(feed, "subtitle", "tagline", "info");
        draft.id = feed.textOf(names("id"));
        draft.language = feed.language().orElse("");
        feed.all(names("link")).forEach(link -> FeedLinks.addTo(draft, link, url));
        draft.homePage = alternate(feed, url);
        draft.icon = Stream.of("icon", "logo")
                .flatMap(name -> feed.all(names(name)))
                .flatMap(icon -> icon.url(icon.text(), url).stream())
                .findFirst();
        feed.all(names("author")).map(Person::name).forEach(draft.authors::add);
        feed.all(names("category")).map(AtomReader::category).forEach(draft.categories::add);
        draft.updateTime = time(feed, "updated", "modified");
        return draft.profile();
    }

    private FeedEntry entry(XmlElement entry, FeedProfile profile) {
        var draft = new EntryDraft();
        draft.id = entry.textOf(names("id"));
        draft.link = alternate(entry, profile.homePage().orElse(url))
                .or(() -> Optional.of(draft.id)
                        .filter(id -> id.matches("(?i)https?://.+"))
                        .flatMap(id -> entry.url(id, url)));
        draft.title = plain(entry, "title");
        if (draft.title.isEmpty()) {
            draft.title = Stream.of("dc:title", "media:title")
                    .map(entry::textOf)
                    .filter(title -> !title.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        draft.summary = html(entry, "summary");
        draft.content = html(entry, "content");
        addAuthors(draft, entry, profile);
        draft.publishTime = time(entry, "published", "issued", "created")
                .or(() ->
                        Optional.of(entry.textOf("dc:date", "dcterms:created")).flatMap(PublishTime::parse));
        draft.updateTime = time(entry, "updated", "modified");
        draft.language = language(entry).orElse(profile.language());
        Stream.concat(
                        entry.all(names("category")).map(AtomReader::category),
                        entry.all("dc:subject").map(subject -> PlainText.of(subject.text())))
                .forEach(draft.categories::add);
        FeedMedia.addTo(draft, entry, url);
        if (draft.summary.isEmpty() && draft.content.isEmpty()) {
            draft.summary = entry.all("media:description", "media:group")
                    .map(media -> media.name().equals("media:group") ? media.textOf("media:description") : media.text())
                    .map(text -> SafeHtml.of(text, entry.base(url)))
                    .findFirst()
                    .orElse("");
        }
        return draft.entry();
    }

    /** Those of the entry, else of the feed that it was taken from, else of this feed (§4.2.1). */
    private static void addAuthors(EntryDraft draft, XmlElement entry, FeedProfile profile) {
        Stream<XmlElement> source = entry.all(names("source")).flatMap(from -> from.all(names("author")));
        entry.all(names("author")).map(Person::name).forEach(draft.authors::add);
        if (draft.authors.isEmpty()) {
            entry.all("dc:creator", "dc:author").map(Person::name).forEach(draft.authors::add);
        }
        if (draft.authors.isEmpty()) {
            source.map(Person::name).forEach(draft.authors::add);
        }
        draft.authors.remove("");
        if (draft.authors.isEmpty()) {
            draft.authors.addAll(profile.authors());
        }
    }

    private static Optional<String> language(XmlElement entry) {
        return Stream.of("content", "summary", "title")
                .flatMap(name -> entry.first(names(name)).stream())
                .findFirst()
                .or(() -> Optional.of(entry))
                .flatMap(XmlElement::language);
    }

    private static String category(XmlElement category) {
        return Stream.of(
                        category.attribute("label"),
                        category.attribute("term"),
                        category.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A page is better than other alternates. */
    private static Optional<HttpUrl> alternate(XmlElement element, HttpUrl base) {
        return Stream.concat(
                        element.all(names("link"))
                                .filter(link -> FeedLinks.isAlternate(link)
                                        && (link.attribute("type").isEmpty()
                                                || link.attribute("type").contains("html"))),
                        element.all(names("link")).filter(FeedLinks::isAlternate))
                .flatMap(link -> link
                        .url(RssReader.first(link.attribute("href"), link.text().strip()), base)
                        .stream())
                .findFirst();
    }

    private String plain(XmlElement element, String... names) {
        return Stream.of(names)
                .flatMap(name -> element.all(names(name)))
                .map(text -> PlainText.of(FeedText.atom(text)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String html(XmlElement element, String name) {
        return element.all(names(name))
                .map(text -> FeedText.safe(FeedText.atom(text), text, url))
                .filter(html -> !html.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Optional<Instant> time(XmlElement element, String... names) {
        return Stream.of(names)
                .flatMap(name -> element.all(names(name)))
                .flatMap(time -> PublishTime.parse(time.text()).stream())
                .findFirst();
    }

    /** In Atom's namespace, or in none. */
    private static String[] names(String name) {
        return new String[] {"atom:" + name, "rss:" + name};
    }
}
