package news.parallax.gateway.page;

/** Text of others on its way out of our pages. */
public final class PlainText {
    private PlainText() {}

    /**
     * Returns the text on one line, without what XML 1.0 cannot hold (control characters, halves of surrogate pairs) and
     * without marks that change the direction of the text around it.
     */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(PlainText::spaceOrSelf)
                .filter(PlainText::harmless)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }

    private static int spaceOrSelf(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029 ? ' ' : c;
    }

    private static boolean harmless(int c) {
        boolean control = Character.isISOControl(c);
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean direction = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE;
        return !control && !surrogate && !direction && !noCharacter;
    }
}
