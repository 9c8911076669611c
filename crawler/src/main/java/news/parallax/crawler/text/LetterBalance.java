package news.parallax.crawler.text;

/**
 * What the bytes outside of tags are, when they are looked at one by one.
 *
 * @param beyond bytes above ASCII, those in tags too
 * @param letters of ASCII
 */
record LetterBalance(int beyond, int letters) {

    static LetterBalance of(byte[] body) {
        int beyond = 0;
        int letters = 0;
        boolean inTag = false;
        for (byte value : body) {
            inTag = value == '<' || (inTag && value != '>');
            beyond += value < 0 ? 1 : 0;
            letters += !inTag && (value | 0x20) >= 'a' && (value | 0x20) <= 'z' ? 1 : 0;
        }
        return new LetterBalance(beyond, letters);
    }
}
