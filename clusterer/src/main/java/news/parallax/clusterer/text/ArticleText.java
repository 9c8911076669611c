package news.parallax.clusterer.text;

import java.time.Instant;
import java.util.Optional;

/**
 * What the clusterer reads of an article.
 *
 * @param id the article's id
 * @param title may be empty if {@code text} is not
 * @param lead may be empty
 * @param text paragraphs separated by line breaks; may be empty
 * @param language primary BCP-47 subtag in lower case ("en"); empty if not known
 * @param time publication or, if that is not known, discovery
 * @param contentHash equal for word-for-word copies; empty if {@code text} is
 * @param opinion whether it argues rather than reports
 * @param host where it was published, in lower case ("www.reuters.com"); empty if not known
 * @param byline names of its authors as printed; may be empty
 */
public record ArticleText(
        String id,
        String title,
        String lead,
        String text,
        String language,
        Instant time,
        String contentHash,
        boolean opinion,
        String host,
        String byline) {

    public ArticleText {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an article has an id");
        }
    }

    /** Returns the same without lead, text and byline, which are large and of no use once analyzed. */
    public ArticleText withoutBody() {
        return new ArticleText(id, title, "", "", language, time, contentHash, opinion, host, "");
    }

    /** Returns the same at another time. */
    public ArticleText at(Instant otherTime) {
        return new ArticleText(id, title, lead, text, language, otherTime, contentHash, opinion, host, byline);
    }

    /** Returns title and the beginning of what follows, at most so many characters; nothing if all is empty. */
    public Optional<String> opening(int characterLimit) {
        String opening = (title + ". " + (lead.isBlank() ? text : lead)).strip();
        if (title.isBlank() && lead.isBlank() && text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(opening.length() <= characterLimit ? opening : opening.substring(0, characterLimit));
    }
}
