package news.parallax.clusterer.story;

import java.util.List;
import java.util.Optional;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Fingerprint;
import news.parallax.clusterer.text.TermVector;
import news.parallax.clusterer.text.Vector;

/**
 * What the window keeps of an article.
 *
 * @param arrival its place in the order in which articles came into the window
 * @param article without lead, text and byline
 * @param titleTerms weighted when it arrived
 * @param terms weighted when it arrived
 * @param names weighted when it arrived
 * @param vector meaning of the opening, if a model is in use
 * @param understood whether a vector of its language tells what it says
 * @param wordCount of title, lead and text
 * @param fingerprint of all its words; empty if they are few
 * @param agency news agency that is credited, by its first domain
 * @param sentences those that could stand in a summary
 * @param membership its story and why
 */
public record Member(
        long arrival,
        ArticleText article,
        TermVector titleTerms,
        TermVector terms,
        TermVector names,
        Optional<Vector> vector,
        boolean understood,
        int wordCount,
        Optional<Fingerprint> fingerprint,
        Optional<String> agency,
        List<String> sentences,
        Membership membership) {

    /** Returns the article's id. */
    public String id() {
        return article.id();
    }

    /** Returns how far the other's time is from this one's. */
    public long secondsFrom(Member other) {
        return Math.abs(article.time().getEpochSecond() - other.article.time().getEpochSecond());
    }

    Member with(Membership other) {
        return with(vector, other);
    }

    Member with(Optional<Vector> otherVector) {
        return with(otherVector, membership);
    }

    private Member with(Optional<Vector> otherVector, Membership otherMembership) {
        return new Member(
                arrival,
                article,
                titleTerms,
                terms,
                names,
                otherVector,
                understood,
                wordCount,
                fingerprint,
                agency,
                sentences,
                otherMembership);
    }
}
