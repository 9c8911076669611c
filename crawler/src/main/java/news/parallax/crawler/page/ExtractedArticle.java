package news.parallax.crawler.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page says. Every string is plain text and empty if the page does not say.
 *
 * @param publisher name of the outlet as the page states it
 * @param text body, paragraphs separated by an empty line
 * @param language BCP-47
 * @param imageUrl absolute
 * @param paywall whether the whole text is only for paying readers
 * @param wireCredit news agency that the page credits
 */
public record ExtractedArticle(
        CanonicalUrl url,
        String publisher,
        String title,
        String lead,
        String text,
        List<String> authors,
        String language,
        Optional<Instant> publishTime,
        Optional<Instant> modifyTime,
        String imageUrl,
        String section,
        Kind kind,
        boolean paywall,
        String wireCredit) {

    public ExtractedArticle {
        authors = List.copyOf(authors);
    }
}
