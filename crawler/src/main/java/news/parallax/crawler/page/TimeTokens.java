package news.parallax.crawler.page;

import java.util.List;

/** What of a written time is still to be read. */
final class TimeTokens {

    private final List<TimeToken> tokens;

    TimeTokens(String text) {
        tokens = TimeToken.listOf(text);
    }

    int size() {
        return tokens.size();
    }

    /** The token at a place; {@link TimeToken#NONE} before the first and after the last. */
    TimeToken at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : TimeToken.NONE;
    }

    /** Takes out what has been read, from inclusive, to exclusive. */
    void remove(int from, int to) {
        tokens.subList(from, to).clear();
    }
}
