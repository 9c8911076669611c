package news.parallax.crawler.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that stands in the address of an article. */
final class UrlDay {

    /** 2026/05/01, 2026-05-01, 2026_5_1; then 20260501 alone or at the border of a word. */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<!\\d)(20\\d{2}|199\\d)[/_.-](\\d{1,2})[/_.-](\\d{1,2})(?!\\d)"),
            Pattern.compile("(?<!\\d)(20\\d{2}|199\\d)/(\\d{2})(\\d{2})(?!\\d)"),
            Pattern.compile("(?<![\\dA-Za-z])(20\\d{2}|199\\d)(\\d{2})(\\d{2})(?!\\d)"),
            Pattern.compile("(?<=[/-])(20\\d{2})/([a-z]{3})/(\\d{1,2})(?=/)"));

    private UrlDay() {}

    /** The first day in the path of a URL; empty if it names none. */
    static Optional<LocalDate> of(String path, DateText texts) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(path);
            while (matcher.find()) {
                Optional<LocalDate> day = month(matcher.group(2))
                        .flatMap(month -> texts.day(matcher.group(1), month, Integer.parseInt(matcher.group(3))));
                if (day.isPresent()) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Optional.of(Integer.parseInt(text));
        }
        return MonthNames.month(text, "en").stream().boxed().findFirst();
    }
}
