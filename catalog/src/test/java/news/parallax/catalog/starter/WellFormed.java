package news.parallax.catalog.starter;

import java.net.URI;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.HostName;

/** Tells whether a value of the starter catalogue can be what it is said to be. */
final class WellFormed {
    /** The day the files tell of; nothing in them is later. */
    private static final LocalDate STATE = LocalDate.of(2026, 11, 24);

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private WellFormed() {}

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    static boolean isOneOf(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name));
    }

    static boolean isHost(String name) {
        try {
            return name.contains(".") && new HostName(name).name().equals(name);
        } catch (Invalid e) {
            return false;
        }
    }

    /** A language that is known has a name. */
    static boolean isLanguage(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return !tag.isEmpty()
                && locale.toLanguageTag().equals(tag)
                && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage());
    }

    static boolean isPast(String date) {
        try {
            return date.length() == 4
                    ? Year.parse(date).getValue() <= STATE.getYear()
                    : !LocalDate.parse(date).isAfter(STATE);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isHttps(String url) {
        return url.startsWith("https://") && isHost(host(url));
    }

    static String host(String url) {
        String host = URI.create(url.replaceAll("[^!-~]", "")).getHost();
        return host == null ? "" : host;
    }
}
