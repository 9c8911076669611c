package news.parallax.crawler.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The day within a written time, of which nothing else is left: with a named month, as numbers or as one of ISO 8601's
 * forms. Where month or day are missing it is the first one. Of the orders of three numbers the separator suggests one:
 * 11/16/2020 is American, 16.11.2020 and 16-11-2020 are not; but the day of the week decides if it is there.
 */
final class WrittenDate {

    /** Of years with two digits those from here on are of the last century, as POSIX has it. */
    private static final int CENTURY_PIVOT = 69;

    private static final int BUDDHIST_YEARS_AHEAD = 543;
    private static final String SEPARATORS = ",.-/;|·'’_";

    private final TimeTokens tokens;
    private final List<TimeToken> numbers = new ArrayList<>();
    private final List<Integer> months = new ArrayList<>();
    private final List<String> monthWords = new ArrayList<>();
    private Optional<DayOfWeek> weekday = Optional.empty();
    private char separator = ' ';
    private boolean thai;
    private boolean sure = true;

    private WrittenDate(TimeTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The day; empty if there is none or if anything is left that does not belong to it.
     *
     * @param sure that it must be one day for certain: month and day are there, and numbers have only one order
     */
    static Optional<LocalDate> read(TimeTokens tokens, boolean sure) {
        var date = new WrittenDate(tokens);
        return date.isUnderstood() ? date.day().filter(_ -> date.sure || !sure) : Optional.empty();
    }

    private boolean isUnderstood() {
        for (int i = 0; i < tokens.size(); i++) {
            TimeToken token = tokens.at(i);
            boolean understood = switch (token.kind()) {
                case NUMBER -> !isBeforeChrist(i) && numbers.add(token);
                case WORD -> understands(token, tokens.at(i - 1));
                case SIGN -> understands(token);
            };
            if (!understood) {
                return false;
            }
        }
        return true;
    }

    /** -0001-11-30 is what some programs make of no time at all; but -0312 is December of a year 03. */
    private boolean isBeforeChrist(int index) {
        boolean minus = tokens.at(index - 1).is('-')
                && (index == 1 || tokens.at(index - 1).spaced());
        return minus && tokens.at(index).isAttachedNumber(4, 4) && tokens.size() > 2;
    }

    private boolean understands(TimeToken sign) {
        if (numbers.size() == 1 && separator == ' ') {
            separator = sign.text().charAt(0);
        }
        return SEPARATORS.contains(sign.text());
    }

    private boolean understands(TimeToken token, TimeToken before) {
        String word = token.text();
        boolean ordinal = !token.spaced() && before.isNumber(1, 4) && TimeWords.isOrdinal(word);
        thai |= word.charAt(0) >= '\u0e00' && word.charAt(0) <= '\u0e7f';
        if (ordinal || TimeWords.isBetween(word)) {
            return true;
        }
        int month = TimeWords.month(word);
        if (month == 0) {
            Optional<DayOfWeek> day = TimeWords.weekday(word);
            weekday = weekday.or(() -> day);
            month = day.isPresent() ? 0 : TimeWords.misspelledMonth(word);
            if (month == 0) {
                return day.isPresent();
            }
        }
        monthWords.add(word);
        return months.add(month);
    }

    private Optional<LocalDate> day() {
        if (months.size() == 2) { // mar 12 mayo: some languages shorten a month and a day of the week to the same
            int index = TimeWords.weekday(monthWords.get(0)).isPresent() ? 0 : 1;
            if (months.get(0).equals(months.get(1))
                    || TimeWords.weekday(monthWords.get(index)).isPresent()) {
                months.remove(index);
            }
        } else if (months.size() == 1
                && numbers.size() == 3
                && TimeWords.weekday(monthWords.get(0)).isPresent()) {
            months.clear();
        }
        return switch (months.size()) {
            case 0 -> numeric();
            case 1 -> named(months.getFirst());
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> named(int month) {
        if (numbers.size() == 1) {
            sure = false;
            return numbers.getFirst().isNumber(4, 4) ? day(numbers.getFirst(), month, 1) : Optional.empty();
        }
        if (numbers.size() != 2) {
            return Optional.empty();
        }
        TimeToken first = numbers.get(0);
        TimeToken second = numbers.get(1);
        boolean yearFirst = first.isNumber(4, 4) || first.isNumber(2, 2) && first.value() > 31;
        return yearFirst ? day(first, month, second) : day(second, month, first);
    }

    private Optional<LocalDate> numeric() {
        return switch (numbers.size()) {
            case 1 -> digits(numbers.get(0).text());
            case 2 -> twoNumbers(numbers.get(0), numbers.get(1));
            case 3 -> threeNumbers(numbers.get(0), numbers.get(1), numbers.get(2));
            default -> Optional.empty();
        };
    }

    /** The basic forms of ISO 8601: 2003, 03335, 031231, 2003335, 20031231 and -0312. */
    private Optional<LocalDate> digits(String digits) {
        sure = digits.length() > 6;
        if (tokens.at(0).is('-')) {
            return digits.length() == 4 ? day(year(digits.substring(0, 2)), part(digits, 2, 4), 1) : Optional.empty();
        }
        return switch (digits.length()) {
            case 4 -> digits.matches("19..|20..") ? day(year(digits), 1, 1) : Optional.empty();
            case 5 -> dayOfYear(year(digits.substring(0, 2)), part(digits, 2, 5));
            case 6 -> day(year(digits.substring(0, 2)), part(digits, 2, 4), part(digits, 4, 6));
            case 7 -> dayOfYear(year(digits.substring(0, 4)), part(digits, 4, 7));
            case 8 -> day(year(digits.substring(0, 4)), part(digits, 4, 6), part(digits, 6, 8));
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> twoNumbers(TimeToken first, TimeToken second) {
        boolean yearFirst = first.isNumber(4, 4) || tokens.at(0).is('-') && first.isNumber(2, 2);
        if (second.isNumber(3, 3) && (yearFirst || first.isNumber(2, 2)) && separator == '-') {
            return dayOfYear(year(first.text()), second.value());
        }
        sure = false;
        if (yearFirst) {
            return second.isNumber(1, 2) ? day(first, second.value(), 1) : Optional.empty();
        }
        return second.isNumber(4, 4) && first.isNumber(1, 2) ? day(second, first.value(), 1) : Optional.empty();
    }

    private Optional<LocalDate> threeNumbers(TimeToken first, TimeToken second, TimeToken third) {
        if (!second.isNumber(1, 2) || first.isNumber(3, 3)) {
            return Optional.empty();
        }
        Optional<LocalDate> yearFirst = day(first, second.value(), third);
        if (first.isNumber(4, 4)) {
            return yearFirst;
        }
        Optional<LocalDate> dayFirst = day(third, second.value(), first);
        Optional<LocalDate> monthFirst = day(third, first.value(), second);
        List<LocalDate> days = (separator == '/'
                        ? Stream.of(monthFirst, dayFirst, yearFirst)
                        : separator == '-' && third.isNumber(2, 2)
                                ? Stream.of(yearFirst, dayFirst, monthFirst)
                                : Stream.of(dayFirst, monthFirst, yearFirst))
                .flatMap(Optional::stream)
                .toList();
        Optional<LocalDate> onWeekday = days.stream()
                .filter(day -> weekday.filter(day.getDayOfWeek()::equals).isPresent())
                .findFirst();
        sure = onWeekday.isPresent() || days.stream().distinct().count() == 1;
        return onWeekday.or(() -> days.stream().findFirst());
    }

    private Optional<LocalDate> day(TimeToken year, int month, TimeToken day) {
        return day.isNumber(1, 2) ? day(year, month, day.value()) : Optional.empty();
    }

    private Optional<LocalDate> day(TimeToken year, int month, int day) {
        return year.isNumber(2, 2) || year.isNumber(4, 4) ? day(year(year.text()), month, day) : Optional.empty();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return year > 0
                        && month >= 1
                        && month <= 12
                        && day >= 1
                        && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Optional.of(LocalDate.of(year, month, day))
                : Optional.empty();
    }

    private static Optional<LocalDate> dayOfYear(int year, int day) {
        return year > 0 && day >= 1 && day <= Year.of(year).length()
                ? Optional.of(LocalDate.ofYearDay(year, day))
                : Optional.empty();
    }

    private int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            return year + (year < CENTURY_PIVOT ? 2000 : 1900);
        }
        return thai && year > 2400 && year < 2700 ? year - BUDDHIST_YEARS_AHEAD : year;
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits.substring(from, to));
    }
}
