package news.parallax.clusterer.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes articles ready for clustering but for their vectors: stateless, safe for many threads. */
public final class Analyzer {

    /** Words of the text that are read: news tells the event first. */
    private static final int BODY_WORDS = 400;

    /** A word of the title says as much as so many of the text; picked on the tuning data among 1, 2, 3 and 5. */
    private static final double TITLE_WEIGHT = 3;

    private static final double LEAD_WEIGHT = 2;

    /** Sentences kept for summaries: the first ones tell the event. */
    private static final int SENTENCES = 6;

    private final Embedder embedder;

    public Analyzer(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Reads an article, without making a vector of it. */
    public Document analyze(ArticleText article) {
        return analyze(article, Optional.empty());
    }

    /** Reads an article whose vector may be known. */
    public Document analyze(ArticleText article, Optional<Vector> vector) {
        Part title = new Part(Tokenizer.tokens(article.comparedTitle()), article.comparedLanguage(), TITLE_WEIGHT);
        Part lead = new Part(Tokenizer.tokens(article.comparedLead()), article.comparedLanguage(), LEAD_WEIGHT);
        List<Token> body = Tokenizer.tokens(article.text());
        Part read = new Part(body.subList(0, Math.min(BODY_WORDS, body.size())), article.language(), 1);
        return new Document(
                article,
                terms(title),
                terms(title, lead, read),
                Names.of(article, title.tokens(), lead.tokens(), read.tokens()),
                vector,
                embedder.understands(article.comparedLanguage()),
                title.tokens().size() + lead.tokens().size() + body.size(),
                Fingerprint.of(asPublished(article, title, lead, body)),
                Agencies.creditedBy(article),
                Sentences.selfContained(article.text(), article.language(), SENTENCES));
    }

    /**
     * A part of an article.
     *
     * @param language that it is written in
     * @param weight of each of its words
     */
    private record Part(List<Token> tokens, String language, double weight) {}

    /** Copies are told by what was printed. */
    private static List<Token> asPublished(ArticleText article, Part title, Part lead, List<Token> body) {
        boolean translated = article.translation().isPresent();
        return Stream.of(
                        translated ? Tokenizer.tokens(article.title()) : title.tokens(),
                        translated ? Tokenizer.tokens(article.lead()) : lead.tokens(),
                        body)
                .flatMap(List::stream)
                .toList();
    }

    private static TermCounts terms(Part... parts) {
        var terms = new TermCounts.Builder();
        for (Part part : parts) {
            part.tokens().stream()
                    .filter(token -> !FunctionWords.contain(token, part.language()))
                    .forEach(token -> terms.add(token.key(), token.surface(), token.isNameLike(), part.weight()));
        }
        return terms.build();
    }
}
