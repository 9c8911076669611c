package news.parallax.clusterer.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.parallax.clusterer.text.Places.Place;

/**
 * Finds names and numbers under keys that are the same in other languages and scripts. Places are found by their names in
 * the language ({@link Places}), all others by how they are written: capital letters where no sentence starts, and numbers
 * of at least two digits. In scripts without capitals any word that is not a function word may be a name; how rare it is
 * decides.
 */
final class Names {

    /** Above this share of capitalized words a text is set in capitals, as English headlines are. */
    private static final double HEADLINE_CASE_SHARE = 0.65;

    private final TermCounts.Builder names = new TermCounts.Builder();

    private Names() {}

    /** Returns the names of the title, the lead and the text of an article, as they are compared. */
    static TermCounts of(ArticleText article, List<Token> title, List<Token> lead, List<Token> text) {
        var found = new Names();
        found.add(lead, article.comparedLanguage(), token -> !token.sentenceStart());
        found.add(text, article.language(), token -> !token.sentenceStart());
        boolean nothingElse = lead.isEmpty() && text.isEmpty();
        boolean capitalsTell = !inHeadlineCase(title);
        found.add(title, article.comparedLanguage(), token -> nothingElse || capitalsTell && !token.sentenceStart());
        return found.names.build();
    }

    /** Adds what names tokens; a capitalized word is a name where capitals tell so, or if it has been one before. */
    private void add(List<Token> tokens, String language, Predicate<Token> capitalTells) {
        Places places = Places.in(language);
        for (int at = 0; at < tokens.size(); ) {
            Token token = tokens.get(at);
            Optional<Place> place = mayBeginPlace(token) ? places.at(tokens, at) : Optional.empty();
            if (place.isPresent()) {
                names.add(
                        place.get().key(),
                        surface(tokens.subList(at, at + place.get().words())),
                        true,
                        1);
            } else if (isName(token, language, capitalTells)) {
                names.add(keyOf(token), token.surface(), true, 1);
            }
            at += place.map(Place::words).orElse(1);
        }
    }

    private static boolean mayBeginPlace(Token token) {
        return token.kind() == Token.Kind.CAPITALIZED || token.kind() == Token.Kind.UNCASED;
    }

    private boolean isName(Token token, String language, Predicate<Token> capitalTells) {
        return switch (token.kind()) {
            case WORD -> false;
            case NUMBER -> token.key().length() >= 2;
            case CAPITALIZED -> capitalTells.test(token) || names.contains(keyOf(token));
            case UNCASED -> token.surface().length() >= 2 && !FunctionWords.contain(token, language);
        };
    }

    /** A key of one letter would be that of too many names; what cannot be read is compared as it is written. */
    private static String keyOf(Token token) {
        if (token.kind() == Token.Kind.NUMBER) {
            return token.key();
        }
        String key = Sounds.nameKey(Romanization.of(token.surface()));
        return key.length() >= 2 ? key : token.key();
    }

    private static String surface(List<Token> words) {
        boolean spaced = !UnspacedWords.has(words.getFirst().surface().codePointAt(0));
        return words.stream().map(Token::surface).collect(Collectors.joining(spaced ? " " : ""));
    }

    /** Whether most words of a title are capitalized. */
    static boolean inHeadlineCase(List<Token> title) {
        long words = title.stream()
                .filter(token -> token.kind() != Token.Kind.NUMBER)
                .count();
        long capitalized = title.stream()
                .filter(token -> token.kind() == Token.Kind.CAPITALIZED)
                .count();
        return words >= 3 && capitalized > HEADLINE_CASE_SHARE * words;
    }
}
