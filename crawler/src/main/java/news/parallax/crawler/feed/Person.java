package news.parallax.crawler.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people as feeds write them: with or without a mail address, as text or as an element of Atom. */
final class Person {

    private static final Pattern ADDRESS_FIRST = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
    private static final Pattern NAME_FIRST = Pattern.compile("([^<(]+?)\\s*[<(](mailto:)?\\S+@\\S+[>)]");

    private Person() {}

    /** Returns the name; the address if there is no name, empty if there is neither. */
    static String name(XmlElement person) {
        String stated = person.textOf("atom:name", "rss:name", "itunes:name", "atom:email", "rss:email");
        return stated.isEmpty() ? name(PlainText.of(FeedText.rss(person))) : stated;
    }

    private static String name(String text) {
        Matcher first = ADDRESS_FIRST.matcher(text);
        if (first.matches()) {
            return first.group(1).strip();
        }
        Matcher second = NAME_FIRST.matcher(text);
        return second.matches() ? second.group(1).strip() : text;
    }
}
