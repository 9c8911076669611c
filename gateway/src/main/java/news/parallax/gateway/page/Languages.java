package news.parallax.gateway.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the pages are written in. Each has a file of every message bundle; English stands in the bundles. */
public final class Languages {
    /** In the order of the menu. English is written as in Britain: day before month. */
    public static final List<Locale> ALL =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));

    private Languages() {}

    /** Returns the language of a BCP-47 tag; empty if the pages are not written in it. */
    public static Optional<Locale> of(String tag) {
        return ALL.stream().filter(locale -> locale.toLanguageTag().equals(tag)).findFirst();
    }

    /** Returns the language that an Accept-Language header asks for most (RFC 4647 lookup); English if there is none. */
    public static Locale accepted(String header) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), ALL);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH; // a malformed header is no reason to show no page
        }
    }
}
