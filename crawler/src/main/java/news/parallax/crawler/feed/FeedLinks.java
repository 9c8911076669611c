package news.parallax.crawler.feed;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Atom's links, which RSS borrows (RFC 4287, §4.2.7). */
final class FeedLinks {

    private FeedLinks() {}

    static boolean isAlternate(XmlElement link) {
        return relation(link).isEmpty() || relation(link).equals("alternate");
    }

    static String relation(XmlElement link) {
        String relation = link.attribute("rel").toLowerCase(Locale.ROOT);
        return relation.substring(relation.lastIndexOf('/') + 1);
    }

    /** Takes the feed's own address and its WebSub hubs. */
    static void addTo(ProfileDraft draft, XmlElement link, HttpUrl document) {
        link.url(link.attribute("href"), document).ifPresent(target -> {
            switch (relation(link)) {
                case "self" -> draft.self = draft.self.isEmpty() ? Optional.of(target) : draft.self;
                case "hub" -> draft.hubs.add(target);
                default -> {}
            }
        });
    }
}
