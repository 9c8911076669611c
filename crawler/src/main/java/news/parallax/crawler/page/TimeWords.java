package news.parallax.crawler.page;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of written times: months, days of the week, halves of the day and what merely stands between them. */
final class TimeWords {

    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>(Map.of(
            "tues", DayOfWeek.TUESDAY,
            "weds", DayOfWeek.WEDNESDAY,
            "thur", DayOfWeek.THURSDAY,
            "thurs", DayOfWeek.THURSDAY));

    static {
        for (Month month : Month.values()) {
            MONTHS.put(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT), month.getValue());
            MONTHS.put(month.name().substring(0, 3).toLowerCase(Locale.ROOT), month.getValue());
        }
        MONTHS.put("sept", 9);
        for (DayOfWeek day : DayOfWeek.values()) {
            WEEKDAYS.put(day.name().toLowerCase(Locale.ROOT), day);
            WEEKDAYS.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
        }
    }

    /** Spellings of feeds that no dictionary has. */
    private static final Map<String, Integer> ODD_MONTHS =
            Map.of("μαω", 3, "ιον", 6, "ιολ", 7, "maujus", 5, "februari", 2, "sptember", 9, "ocotber", 10);

    private static final Set<String> MORNING = Set.of("am", "πμ", "오전", "午前", "上午", "凌晨", "ص");
    private static final Set<String> AFTERNOON = Set.of("pm", "μμ", "오후", "午後", "下午", "晚上", "م");

    /** After an hour: that it is one. */
    private static final Set<String> HOUR = Set.of("h", "hs", "hrs", "uhr", "u", "시", "時", "时", "点", "點", "giờ");

    /** Before an hour: that one follows. */
    private static final Set<String> CLOCK = Set.of("kl", "klo", "klokken", "um", "ore", "alle", "o", "at");

    private static final Set<String> MINUTE = Set.of("m", "min", "mn", "분", "分", "phút");
    private static final Set<String> SECOND = Set.of("s", "sec", "sek", "초", "秒");

    private static final Set<String> BETWEEN = Set.of(
            "t",
            "at",
            "on",
            "of",
            "the",
            "and",
            "um",
            "uhr",
            "h",
            "am",
            "den",
            "der",
            "om",
            "kl",
            "klo",
            "klokken",
            "de",
            "del",
            "d",
            "di",
            "le",
            "la",
            "à",
            "a",
            "el",
            "las",
            "les",
            "il",
            "alle",
            "ore",
            "às",
            "em",
            "dia",
            "dnia",
            "godz",
            "o",
            "г",
            "года",
            "год",
            "р",
            "року",
            "в",
            "ч",
            "m",
            "gada",
            "год.",
            "năm",
            "ngày",
            "tháng",
            "lúc",
            "ng",
            "noong",
            "año",
            "ano",
            "updated",
            "published",
            "posted",
            "date",
            "년",
            "월",
            "일",
            "年",
            "月",
            "日",
            "号",
            "στις",
            "ที่",
            "เวลา",
            "น",
            "พ",
            "ศ",
            "เมื่อ",
            "pukul",
            "saat",
            "tarihinde",
            "të",
            "u",
            "hs",
            "hrs",
            "yil");

    /** Thai writes "on the day of" and the day into one word. */
    private static final String THAI_DAY = "วัน";

    /** What makes a number the first, the second and so on; right behind it. */
    private static final Set<String> ORDINALS = Set.of(
            "st", "nd", "rd", "th", "er", "ère", "e", "o", "a", "º", "ª", "η", "ος", "го", "ого", "е", "й", "da", "an");

    /** Days of the week in the languages of the months; loaded when the first foreign word is met. */
    private static final class ForeignWeekdays {

        private static final Map<String, DayOfWeek> BY_NAME = new HashMap<>();

        static {
            for (String tag : MonthNames.LANGUAGES) {
                Locale locale = Locale.forLanguageTag(tag);
                for (DayOfWeek day : DayOfWeek.values()) {
                    for (TextStyle style : List.of(
                            TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                        for (String word : day.getDisplayName(style, locale).split("[^\\p{L}\\p{M}]+")) {
                            BY_NAME.putIfAbsent(MonthNames.fold(word), day);
                        }
                    }
                }
            }
            BY_NAME.remove("");
        }
    }

    private TimeWords() {}

    /** The month, 1 to 12; 0 if the word names none. A longer word that begins as a month does in English is one. */
    static int month(String word) {
        Integer english = MONTHS.get(word);
        if (english != null) {
            return english;
        }
        int foreign = MonthNames.month(word, "").orElse(0);
        if (foreign == 0 && word.startsWith("ב")) { // Hebrew writes "in" into the word
            foreign = MonthNames.month(word.substring(1), "").orElse(0);
        }
        return foreign != 0 ? foreign : ODD_MONTHS.getOrDefault(MonthNames.fold(word), 0);
    }

    /** The month that an unknown word begins with; 0 if none. */
    static int misspelledMonth(String word) {
        return word.length() > 3 && word.length() <= 10 ? MONTHS.getOrDefault(word.substring(0, 3), 0) : 0;
    }

    static Optional<DayOfWeek> weekday(String word) {
        DayOfWeek english = WEEKDAYS.get(word);
        return english != null
                ? Optional.of(english)
                : Optional.ofNullable(ForeignWeekdays.BY_NAME.get(MonthNames.fold(word)));
    }

    /** Whether it says little enough to stand anywhere. */
    static boolean isBetween(String word) {
        return BETWEEN.contains(word) || word.startsWith(THAI_DAY);
    }

    static boolean isOrdinal(String word) {
        return ORDINALS.contains(word);
    }

    static boolean isMorning(String word) {
        return MORNING.contains(word);
    }

    static boolean isAfternoon(String word) {
        return AFTERNOON.contains(word);
    }

    static boolean isHour(String word) {
        return HOUR.contains(word);
    }

    static boolean announcesClock(String word) {
        return CLOCK.contains(word);
    }

    static boolean isMinute(String word) {
        return MINUTE.contains(word);
    }

    static boolean isSecond(String word) {
        return SECOND.contains(word);
    }
}
