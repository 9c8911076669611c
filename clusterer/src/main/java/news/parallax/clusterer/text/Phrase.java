package news.parallax.clusterer.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A word that says something, or two of them side by side.
 *
 * @param key folded, for comparison; two words have a space between them
 * @param surface as written
 */
public record Phrase(String key, String surface) {

    /** Returns the words and pairs of a title or sentence in order; numbers are none. */
    public static List<Phrase> of(String text, String language) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        List<Phrase> phrases = new ArrayList<>();
        Optional<Token> before = Optional.empty();
        for (Token token : Tokenizer.tokens(composed)) {
            if (token.kind() == Token.Kind.NUMBER || FunctionWords.contain(token, language)) {
                before = Optional.empty();
                continue;
            }
            phrases.add(new Phrase(token.key(), token.surface()));
            // Tokens do not say what stood between them: a comma, a letter, a line break.
            before.map(first -> pair(first, token))
                    .filter(pair -> composed.contains(pair.surface()))
                    .ifPresent(phrases::add);
            before = Optional.of(token);
        }
        return phrases;
    }

    /** Whether these are two words. */
    public boolean isPair() {
        return key.indexOf(' ') >= 0;
    }

    private static Phrase pair(Token first, Token second) {
        return new Phrase(first.key() + " " + second.key(), first.surface() + " " + second.surface());
    }
}
