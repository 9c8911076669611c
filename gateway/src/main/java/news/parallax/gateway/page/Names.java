package news.parallax.gateway.page;

import java.util.Locale;

/** English names of languages and countries; what has no name is shown as its code. */
public final class Names {
    private Names() {}

    /** Returns the name of a BCP-47 language; empty for an empty one. */
    public static String language(String tag) {
        return tag.isEmpty() ? "" : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Returns the name of an ISO 3166-1 alpha-2 country; empty for an empty one. */
    public static String country(String code) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** Whether a text in this language needs its language named to readers of English pages. */
    public static boolean foreign(String tag) {
        return !tag.isEmpty() && !Locale.forLanguageTag(tag).getLanguage().equals("en");
    }
}
