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
 * @param translation title and lead as they are to be compared, in the language of the edition, if they are translated
 * @param published whether {@code time} is that of publication
 * @param imageUrl its lead image, http or https; empty if it has none
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
        String byline,
        Optional<Translation> translation,
        boolean published,
        String imageUrl) {

    public ArticleText {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("an article has an id");
        }
    }

    /** An article without translation and image, published at its time. */
    public ArticleText(
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
        this(id, title, lead, text, language, time, contentHash, opinion, host, byline, Optional.empty(), true, "");
    }

    /** Returns the language in which it is compared with others. */
    public String comparedLanguage() {
        return translation.map(Translation::language).orElse(language);
    }

    /** Returns the title in the language in which it is compared. */
    String comparedTitle() {
        return translation.map(Translation::title).orElse(title);
    }

    /** Returns the lead in the language in which it is compared. */
    String comparedLead() {
        return translation.map(Translation::lead).orElse(lead);
    }

    /** Returns the same without lead, text and byline, which are large and of no use once analyzed. */
    public ArticleText withoutBody() {
        return new ArticleText(
                id,
                title,
                "",
                "",
                language.intern(),
                time,
                contentHash,
                opinion,
                host,
                "",
                translation.map(ArticleText::withoutLead),
                published,
                imageUrl);
    }

    private static Translation withoutLead(Translation translation) {
        return new Translation(translation.language(), translation.title(), "", translation.engine());
    }

    /** Returns the same at another time. */
    public ArticleText at(Instant otherTime) {
        return new ArticleText(
                id,
                title,
                lead,
                text,
                language,
                otherTime,
                contentHash,
                opinion,
                host,
                byline,
                translation,
                published,
                imageUrl);
    }

    /**
     * Returns title and the beginning of what follows, as they are compared, at most so many characters; nothing if all is
     * empty.
     */
    public Optional<String> opening(int characterLimit) {
        if (title.isBlank() && lead.isBlank() && text.isBlank()) {
            return Optional.empty();
        }
        String body = translation.isPresent() || !lead.isBlank() ? comparedLead() : text;
        String opening = (comparedTitle() + ". " + body).strip();
        return Optional.of(opening.length() <= characterLimit ? opening : opening.substring(0, characterLimit));
    }
}
