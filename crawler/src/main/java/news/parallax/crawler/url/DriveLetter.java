package news.parallax.crawler.url;

/** Drives in addresses of files (URL Standard, §4.2): a letter with a colon, or with a bar in its place. */
final class DriveLetter {

    private DriveLetter() {}

    static boolean is(String text) {
        return text.length() == 2 && starts(text, 0);
    }

    static boolean isNormal(String text) {
        return is(text) && text.charAt(1) == ':';
    }

    /** Whether a drive stands there as a whole segment. */
    static boolean starts(String text, int position) {
        if (text.length() < position + 2) {
            return false;
        }
        char letter = text.charAt(position);
        boolean drive = (letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z')
                && ":|".indexOf(text.charAt(position + 1)) >= 0;
        return drive && (text.length() == position + 2 || "/\\?#".indexOf(text.charAt(position + 2)) >= 0);
    }
}
