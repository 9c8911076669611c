package news.parallax.crawler.sample;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article of the sample edition.
 *
 * @param outlet domain
 * @param path unique in its outlet
 * @param text paragraphs separated by an empty line
 * @param kind news, opinion, live or video
 * @param wire agency credited in the byline; null if none
 * @param copyOf outlet whose text of the same event this is word for word; null if its own
 * @param correction what the page says later; null if it stays as it is
 */
record SampleArticle(
        String outlet,
        String path,
        OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        String title,
        String lead,
        List<String> authors,
        String section,
        String text,
        @Nullable String kind,
        boolean paywall,
        @Nullable String wire,
        @Nullable String copyOf,
        @Nullable Correction correction) {

    /** @param title new title; null if it stays, like text */
    record Correction(
            OffsetDateTime updated,
            @Nullable String title,
            @Nullable String text) {}

    SampleArticle {
        authors = authors == null ? List.of() : List.copyOf(authors);
        text = text == null ? "" : text.strip();
        lead = lead.strip();
    }

    String canonicalUrl() {
        return "https://" + outlet + path;
    }

    List<String> paragraphs() {
        return List.of(text.split("\\n\\s*\\n"));
    }

    /** What a reader without a subscription sees of the text. */
    List<String> freeParagraphs() {
        return paywall ? paragraphs().subList(0, 1) : paragraphs();
    }

    SampleArticle withText(String other) {
        return new SampleArticle(
                outlet,
                path,
                published,
                updated,
                title,
                lead,
                authors,
                section,
                other,
                kind,
                paywall,
                wire,
                copyOf,
                correction);
    }

    /** The article as it stands after its correction; itself if it has none. */
    SampleArticle corrected() {
        if (correction == null) {
            return this;
        }
        return new SampleArticle(
                outlet,
                path,
                published,
                correction.updated(),
                correction.title() == null ? title : correction.title(),
                lead,
                authors,
                section,
                correction.text() == null ? text : correction.text(),
                kind,
                paywall,
                wire,
                copyOf,
                null);
    }
}
