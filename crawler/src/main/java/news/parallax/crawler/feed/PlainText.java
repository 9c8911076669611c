package news.parallax.crawler.feed;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Turns what feeds put into their text fields, with or without markup, into plain text on one line. */
final class PlainText {

    private PlainText() {}

    /** Returns the text without markup, white space folded; empty for null. */
    static String of(@Nullable String markup) {
        if (markup == null) {
            return "";
        }
        boolean hasMarkup = markup.indexOf('<') >= 0 || markup.indexOf('&') >= 0;
        return (hasMarkup ? Jsoup.parse(markup).text() : markup.replaceAll("\\s+", " ")).strip();
    }
}
