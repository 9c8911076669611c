package news.parallax.crawler.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import okhttp3.HttpUrl;

/** An entry while it is read; used by one thread. */
final class EntryDraft {

    /** Short messages have no title: their text stands for it. */
    private static final int LONGEST_TITLE_OF_TEXT = 120;

    Optional<HttpUrl> link = Optional.empty();
    String id = "";
    String title = "";
    String summary = "";
    String content = "";
    final SequencedSet<String> authors = new LinkedHashSet<>();
    Optional<Instant> publishTime = Optional.empty();
    Optional<Instant> updateTime = Optional.empty();
    String language = "";
    final SequencedSet<String> categories = new LinkedHashSet<>();
    Optional<HttpUrl> image = Optional.empty();
    final List<Enclosure> enclosures = new ArrayList<>();

    FeedEntry entry() {
        if (title.isEmpty()) {
            title = beginning(PlainText.of(summary.isEmpty() ? content : summary));
        }
        authors.remove("");
        categories.remove("");
        return new FeedEntry(
                link,
                id,
                title,
                summary,
                content,
                List.copyOf(authors),
                publishTime,
                updateTime,
                language.replace('_', '-'),
                List.copyOf(categories),
                image,
                enclosures);
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST_TITLE_OF_TEXT) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_TITLE_OF_TEXT);
        return text.substring(0, end > 0 ? end : LONGEST_TITLE_OF_TEXT) + " …";
    }
}
