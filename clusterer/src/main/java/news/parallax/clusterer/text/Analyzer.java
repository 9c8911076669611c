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
        List<Token> title = Tokenizer.tokens(article.title());
        List<Token> lead = Tokenizer.tokens(article.lead());
        List<Token> body = Tokenizer.tokens(article.text());
        List<Token> read = body.subList(0, Math.min(BODY_WORDS, body.size()));
        return new Document(
                article,
                terms(article.language(), title, List.of(), List.of()),
                terms(article.language(), title, lead, read),
                Names.of(article.language(), title, lead, read),
                vector,
                embedder.understands(article.language()),
                title.size() + lead.size() + body.size(),
                Fingerprint.of(all(title, lead, body)),
                Agencies.creditedBy(article),
                Sentences.selfContained(article.text(), article.language(), SENTENCES));
    }

    private static List<Token> all(List<Token> title, List<Token> lead, List<Token> body) {
        return Stream.of(title, lead, body).flatMap(List::stream).toList();
    }

    private static TermCounts terms(String language, List<Token> title, List<Token> lead, List<Token> body) {
        var terms = new TermCounts.Builder();
        addTerms(language, title, TITLE_WEIGHT, terms);
        addTerms(language, lead, LEAD_WEIGHT, terms);
        addTerms(language, body, 1, terms);
        return terms.build();
    }

    private static void addTerms(String language, List<Token> tokens, double weight, TermCounts.Builder terms) {
        tokens.stream()
                .filter(token -> !FunctionWords.contain(token, language))
                .forEach(token -> terms.add(token.key(), token.surface(), token.isNameLike(), weight));
    }
}
