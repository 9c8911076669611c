package news.parallax.clusterer.text;

import java.util.List;

/**
 * Finds names and numbers without a dictionary, by how they are written: capital letters where no sentence starts, and
 * numbers of at least two digits. Scripts without capitals give numbers only.
 */
final class Names {

    /** Above this share of capitalized words a text is set in capitals, as English headlines are. */
    private static final double HEADLINE_CASE_SHARE = 0.65;

    private Names() {}

    /** Adds the names of the title, the lead and the text. */
    static TermCounts of(List<Token> title, List<Token> lead, List<Token> text) {
        var names = new TermCounts.Builder();
        add(lead, names, false);
        add(text, names, false);
        boolean nothingElse = lead.isEmpty() && text.isEmpty();
        addTitle(title, names, nothingElse);
        return names.build();
    }

    /** In a title set in capitals a word is a name if the text below says so too, or if there is no text. */
    private static void addTitle(List<Token> title, TermCounts.Builder names, boolean nothingElse) {
        if (!inHeadlineCase(title)) {
            add(title, names, nothingElse);
            return;
        }
        for (Token token : title) {
            String key = keyOf(token);
            if (isNumber(token) || token.kind() == Token.Kind.CAPITALIZED && (nothingElse || names.contains(key))) {
                names.add(key, token.surface(), true, 1);
            }
        }
    }

    private static void add(List<Token> tokens, TermCounts.Builder names, boolean trustSentenceStarts) {
        for (Token token : tokens) {
            boolean name = token.kind() == Token.Kind.CAPITALIZED
                    && (!token.sentenceStart() || trustSentenceStarts || names.contains(keyOf(token)));
            if (name || isNumber(token)) {
                names.add(keyOf(token), token.surface(), true, 1);
            }
        }
    }

    private static boolean isNumber(Token token) {
        return token.kind() == Token.Kind.NUMBER && token.key().length() >= 2;
    }

    private static String keyOf(Token token) {
        return token.kind() == Token.Kind.NUMBER ? token.key() : Tokenizer.nameKey(token.surface());
    }

    private static boolean inHeadlineCase(List<Token> title) {
        long words = title.stream()
                .filter(token -> token.kind() != Token.Kind.NUMBER)
                .count();
        long capitalized = title.stream()
                .filter(token -> token.kind() == Token.Kind.CAPITALIZED)
                .count();
        return words >= 3 && capitalized > HEADLINE_CASE_SHARE * words;
    }
}
