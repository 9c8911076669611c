package news.parallax.clusterer.text;

/**
 * Words that say nothing about an event, of the languages we could write down. Needed while the stream is young and its
 * counts do not tell common words from rare ones yet. Each language has its own: "war" is one in German only.
 */
final class FunctionWords {

    private static final WordList WORDS = WordList.read("function-words.txt");

    private FunctionWords() {}

    static boolean contain(Token token, String language) {
        return token.kind() != Token.Kind.NUMBER && contain(token.surface(), language);
    }

    static boolean contain(String word, String language) {
        return WORDS.contains(word, language);
    }
}
