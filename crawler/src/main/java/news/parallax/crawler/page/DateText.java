package news.parallax.crawler.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds dates in texts as people write them, in the order of the text. Dates without a day, without a year, in the
 * future or before the news web are none.
 *
 * @param language primary subtag of the page's language; empty if not known
 * @param monthFirst whether 3/4/2026 is the fourth of March
 * @param latest last day that is no future
 */
record DateText(String language, boolean monthFirst, LocalDate latest) {

    /** The first news sites opened in 1994 and 1995; earlier dates are zero values or history. */
    static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);

    private static final int CHARS_MAX = 2000;
    private static final int BUDDHIST_YEARS_AHEAD = 543;

    private static final Pattern YEAR_MONTH_DAY = Pattern.compile(
            "(?<![\\d.,])((?:19|20|25)\\d{2})\\s?(?:[-/.]|年|년)\\s?(\\d{1,2})\\s?(?:[-/.]|月|월)\\s?(\\d{1,2})(?!\\d)");

    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.,/-])(\\d{1,2})\\s?([./|-])\\s?(\\d{1,2})\\s?\\2\\s?((?:19|20|25)\\d{2}|\\d{2})(?![\\d]|[./-]\\d)");

    private static final Pattern DAY_NAME_YEAR = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:\\.|º|ª|°|st|nd|rd|th|er|η|ος|-го|-е)?\\s?[-/,]?\\s?(?:(?:de|of|del|di) |d['’]\\s?)?"
                    + "(\\p{L}[\\p{L}\\p{M}]{1,14}(?: \\p{L}{3,8})?)[.,]?\\s?[-/,]?\\s?(?:(?:de|del|năm) )?"
                    + "((?:19|20|25)\\d{2}|(?<=['’-])\\d{2}|['’]\\d{2})(?![\\d:])");

    private static final Pattern VIETNAMESE =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[Tt]háng\\s?(\\d{1,2})(?:,| năm)?\\s?(20\\d{2})(?!\\d)");

    private static final Pattern NAME_DAY_YEAR = Pattern.compile(
            "(?<![\\p{L}\\p{M}])(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,\\s?|\\s)((?:19|20)\\d{2})(?!\\d)");

    /** "Fri May 1 10:30:00 EDT 2026", as Unix prints it. */
    private static final Pattern NAME_DAY_CLOCK_YEAR = Pattern.compile(
            "(?<![\\p{L}])(\\p{L}{3,10}) (\\d{1,2}) \\d{1,2}:\\d{2}(?::\\d{2})? (?:[A-Z]{1,5} |[+-]\\d{4} )?((?:19|20)\\d{2})(?!\\d)");

    private static final Pattern YEAR_NAME_DAY = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d{2})[.,]?\\s?(?:m\\. )?(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?\\s(\\d{1,2})(?!\\d)");

    /** A date and where it stands in the text. */
    record Found(LocalDate day, int start, int end) {}

    List<Found> all(String given) {
        String text = asciiDigits(given.length() > CHARS_MAX ? given.substring(0, CHARS_MAX) : given);
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        collect(text, YEAR_MONTH_DAY, m -> day(m.group(1), number(m.group(2)), number(m.group(3))), found);
        collect(text, DAY_NAME_YEAR, m -> named(m.group(3), m.group(2), m.group(1)), found);
        collect(text, NAME_DAY_YEAR, m -> named(m.group(3), m.group(1), m.group(2)), found);
        collect(text, NAME_DAY_CLOCK_YEAR, m -> named(m.group(3), m.group(1), m.group(2)), found);
        collect(text, YEAR_NAME_DAY, m -> named(m.group(1), m.group(2), m.group(3)), found);
        collect(text, VIETNAMESE, m -> day(m.group(3), number(m.group(2)), number(m.group(1))), found);
        collect(text, NUMBERS, this::numeric, found);
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    Optional<LocalDate> first(String text) {
        return all(text).stream().map(Found::day).findFirst();
    }

    /** The same text with the decimal digits of every script as 0 to 9; all of them are one char long. */
    static String asciiDigits(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            ascii.append(
                    c > 0x7f && Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER
                            ? (char) ('0' + Character.digit(c, 10))
                            : c == '\u00a0' ? ' ' : c);
        }
        return ascii.toString();
    }

    private interface Reading {
        Optional<LocalDate> read(MatchResult match);
    }

    private static void collect(String text, Pattern pattern, Reading reading, List<Found> found) {
        pattern.matcher(text)
                .results()
                .forEach(match -> reading.read(match)
                        .filter(day -> found.stream()
                                .noneMatch(other -> match.start() < other.end() && other.start() < match.end()))
                        .ifPresent(day -> found.add(new Found(day, match.start(), match.end()))));
    }

    private Optional<LocalDate> named(String year, String name, String day) {
        OptionalInt month = MonthNames.month(name, language);
        int space = name.indexOf(' ');
        if (month.isEmpty() && space > 0) { // the second word belonged to what follows, or is filler
            month = MonthNames.month(name.substring(0, space), language);
        }
        return month.isEmpty() ? Optional.empty() : day(year, month.getAsInt(), number(day));
    }

    private Optional<LocalDate> numeric(MatchResult match) {
        int first = number(match.group(1));
        int second = number(match.group(3));
        boolean dotted = !match.group(2).matches("[/-]");
        boolean monthLeads = second > 12 || monthFirst && !dotted && first <= 12;
        Optional<LocalDate> day = monthLeads ? day(match.group(4), first, second) : day(match.group(4), second, first);
        return day.or(() -> match.group(4).length() == 2
                ? day(match.group(1), second, number(match.group(4))) // 26/11/29
                : monthLeads ? Optional.empty() : day(match.group(4), first, second));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** The day if there is one and it is of the web's time. */
    Optional<LocalDate> day(String yearText, int month, int dayOfMonth) {
        int year = number(yearText.replaceFirst("^['’]", ""));
        int full = year < 100 ? 2000 + year : year > 2400 ? year - BUDDHIST_YEARS_AHEAD : year;
        try {
            return Optional.of(LocalDate.of(full, month, dayOfMonth)).filter(this::isPlausible);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isPlausible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(latest);
    }
}
