package news.parallax.catalog.source;

import java.util.Locale;
import java.util.Set;

/** Codes of countries: ISO 3166-1 alpha-2, as the JDK knows them. */
public final class CountryCode {
    /** Kosovo has none; this is the one that the European Union, CLDR and others use for it. */
    private static final String KOSOVO = "XK";

    private static final Set<String> ISO = Set.of(Locale.getISOCountries());

    private CountryCode() {}

    public static boolean isKnown(String code) {
        return ISO.contains(code) || code.equals(KOSOVO);
    }
}
