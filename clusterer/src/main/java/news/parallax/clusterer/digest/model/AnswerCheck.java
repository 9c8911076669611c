package news.parallax.clusterer.digest.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.parallax.clusterer.digest.model.Verdict.Dropped;
import news.parallax.clusterer.digest.model.Verdict.Kept;
import news.parallax.clusterer.text.Sentences;

/** Judges the sentences of an answer, each by the article that it cites and by those before it. */
final class AnswerCheck {

    /** Sentences that share more of their words say the same. */
    private static final double SAME_SAID = 0.5;

    private final List<Excerpt> articles;
    private final List<Set<String>> said = new ArrayList<>();

    private AnswerCheck(List<Excerpt> articles) {
        this.articles = articles;
    }

    /**
     * Returns a verdict on each sentence, in order.
     *
     * @param articles those that were sent, by their numbers
     */
    static List<Verdict> verdicts(List<Claim> claims, List<Excerpt> articles) {
        var check = new AnswerCheck(articles);
        return claims.stream().map(check::verdict).toList();
    }

    private Verdict verdict(Claim claim) {
        if (claim.articleNumber() < 1 || claim.articleNumber() > articles.size()) {
            return new Dropped(claim, new Flaw(Flaw.Kind.ARTICLE_UNKNOWN, String.valueOf(claim.articleNumber())));
        }
        Excerpt article = articles.get(claim.articleNumber() - 1);
        return SentenceCheck.flawOf(claim.text(), new CitedArticle(article))
                .or(() -> repetition(claim, article))
                .<Verdict>map(flaw -> new Dropped(claim, flaw))
                .orElseGet(() -> new Kept(claim, article));
    }

    private Optional<Flaw> repetition(Claim claim, Excerpt article) {
        Set<String> words = Sentences.contentWords(claim.text(), article.language());
        if (said.stream().anyMatch(before -> overlap(before, words) > SAME_SAID)) {
            return Optional.of(new Flaw(Flaw.Kind.REPEATED, ""));
        }
        said.add(words);
        return Optional.empty();
    }

    /** Shared words over those of the shorter sentence, in [0, 1]. */
    private static double overlap(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        return shared.size() / (double) Math.max(1, Math.min(one.size(), other.size()));
    }
}
