package news.parallax.crawler.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** Files and pictures of an entry: RSS's enclosures, Atom's links, Media RSS, iTunes. */
final class FeedMedia {

    private FeedMedia() {}

    static void addTo(EntryDraft draft, XmlElement entry, HttpUrl document) {
        Optional<String> original =
                Optional.of(entry.textOf("feedburner:origenclosurelink")).filter(text -> !text.isEmpty());
        entry.all("rss:enclosure")
                .forEach(enclosure -> add(
                        draft,
                        enclosure,
                        original.orElse(enclosure.attribute("url")),
                        enclosure.attribute("length"),
                        document));
        Stream.concat(entry.all("atom:link"), entry.all("rss:link"))
                .filter(link -> FeedLinks.relation(link).equals("enclosure"))
                .forEach(link -> add(draft, link, link.attribute("href"), link.attribute("length"), document));
        Stream.of("media:content", "media:peerlink", "media:thumbnail")
                .flatMap(name -> media(entry, name))
                .forEach(file -> add(
                        draft,
                        file,
                        RssReader.first(file.attribute("url"), file.attribute("href")),
                        file.attribute("filesize"),
                        document));
        draft.image = media(entry, "media:thumbnail")
                .map(thumbnail -> thumbnail.attribute("url"))
                .flatMap(address -> entry.url(address, document).stream())
                .findFirst()
                .or(() -> draft.enclosures.stream()
                        .filter(Enclosure::image)
                        .map(Enclosure::url)
                        .findFirst())
                .or(() -> entry.first("itunes:image").flatMap(image -> image.url(image.attribute("href"), document)));
    }

    /** In the entry, or in a group of versions of one thing. */
    private static Stream<XmlElement> media(XmlElement entry, String name) {
        return Stream.concat(
                entry.all(name),
                Stream.concat(
                        entry.all("media:group").flatMap(group -> group.all(name)),
                        entry.all("media:content").flatMap(content -> content.all(name))));
    }

    private static void add(EntryDraft draft, XmlElement element, String address, String size, HttpUrl document) {
        element.url(address, document).ifPresent(url -> {
            if (draft.enclosures.stream().noneMatch(known -> known.url().equals(url))) {
                draft.enclosures.add(
                        new Enclosure(url, element.attribute("type").toLowerCase(Locale.ROOT), bytes(size)));
            }
        });
    }

    private static long bytes(String size) {
        return size.matches("\\d{1,15}") ? Long.parseLong(size) : 0;
    }
}
