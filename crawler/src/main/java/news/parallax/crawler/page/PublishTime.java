package news.parallax.crawler.page;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.crawler.page.ZoneNames.Zone;
import org.jsoup.parser.Parser;

/**
 * Reads a time as feeds and pages write it: RFC 822, ISO 8601 and all that people and programs make of them, in many
 * languages. First the time of day is taken out of the text, then the zone; what is left must be a date and nothing else.
 * A time without zone is taken as UTC, a date without time as its midnight, a month without day as its first.
 */
public final class PublishTime {

    private static final int CHARS_MAX = 200;
    private static final long EPOCH_SECONDS_MAX = 4_102_444_800L; // 2100: what is later is no time but a number
    private static final Zone KOREA = ZoneNames.offset(9 * 3600);

    private static final Pattern COMMENT = Pattern.compile("\\(([^()]*)\\)|\\[([^\\[\\]]*)]");
    private static final Pattern OFFSET = Pattern.compile("(?i)(?:gmt|utc) ?[+-]\\d{1,2}(?::?\\d{2})?");
    private static final Pattern MARKUP = Pattern.compile("<!\\[CDATA\\[|]]>|<[^>]*>");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern DOTTED_HALF = Pattern.compile("(?i)(?<!\\p{L})([apπμ])\\. ?([mμ])(?:\\.|(?!\\p{L}))");
    private static final Pattern ZONE_IDENTIFIER =
            Pattern.compile("(?<![\\p{L}\\d/])[A-Za-z]{2,}(?:/[A-Za-z][A-Za-z0-9_+-]*)+");

    private PublishTime() {}

    /** Returns the time; empty if the text is none that we can read. */
    public static Optional<Instant> parse(String text) {
        return parse(text, false);
    }

    /** Returns the time as {@link #parse} does, but none of which the day is not certain: 2026, May 2026, 2/3/2026. */
    static Optional<Instant> parseSure(String text) {
        return parse(text, true);
    }

    private static Optional<Instant> parse(String text, boolean sure) {
        if (text.length() > CHARS_MAX) {
            return Optional.empty();
        }
        String plain = plain(text).strip();
        return isDigits(plain) && plain.length() >= 9 ? ofDigits(plain) : written(plain, sure);
    }

    /** Without entities, markup, comments and characters of width zero, with the digits 0 to 9. */
    private static String plain(String text) {
        String plain = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        plain = plain.indexOf('<') < 0 ? plain : MARKUP.matcher(plain).replaceAll(" ");
        if (!isAscii(plain)) {
            plain = Normalizer.normalize(plain, Normalizer.Form.NFKC).replaceAll("[\u2010-\u2015\u2212]", "-");
            plain = DateText.asciiDigits(INVISIBLE.matcher(plain).replaceAll(""));
        }
        for (int depth = 0; depth < 3 && (plain.indexOf('(') >= 0 || plain.indexOf('[') >= 0); depth++) {
            plain = withoutComments(plain);
        }
        return plain.indexOf('.') < 0 ? plain : DOTTED_HALF.matcher(plain).replaceAll("$1$2 ");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** What is in brackets is a comment, unless it names the zone. */
    private static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(match -> {
            String comment = match.group(1) == null ? match.group(2) : match.group(1);
            boolean zone = comment.indexOf('/') > 0
                    || OFFSET.matcher(comment).matches()
                    || comment.length() > 1
                            && ZoneNames.ofAbbreviation(comment.strip().toLowerCase(Locale.ROOT))
                                    .isPresent();
            return zone ? " " + Matcher.quoteReplacement(comment) : "";
        });
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Instant> ofDigits(String digits) {
        return switch (digits.length()) {
            case 9, 10 ->
                Optional.of(Long.parseLong(digits))
                        .filter(seconds -> seconds < EPOCH_SECONDS_MAX)
                        .map(Instant::ofEpochSecond);
            case 13 ->
                Optional.of(Long.parseLong(digits))
                        .filter(millis -> millis / 1000 < EPOCH_SECONDS_MAX)
                        .map(Instant::ofEpochMilli);
            case 12, 14 -> written(digits.substring(0, 8) + "T" + digits.substring(8), true);
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> written(String plain, boolean sure) {
        String text = plain;
        Optional<Zone> identified = Optional.empty();
        Matcher identifier = ZONE_IDENTIFIER.matcher(text);
        if (text.indexOf('/') >= 0 && identifier.find()) {
            identified = identified(identifier.group());
            text = identified.isEmpty()
                    ? text
                    : text.substring(0, identifier.start()) + text.substring(identifier.end());
        }
        Optional<Zone> outside = identified.or(() -> isKorean(plain) ? Optional.of(KOREA) : Optional.empty());
        return read(new TimeTokens(text), outside.orElse(ZoneNames.UTC), sure);
    }

    private static Optional<Zone> identified(String name) {
        return ZoneNames.ofIdentifier(name)
                .or(() -> ZoneNames.ofAbbreviation(
                        name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)));
    }

    /** Where Korean is written there is but one zone, and nobody there names it. */
    private static boolean isKorean(String text) {
        return text.chars().anyMatch(c -> c >= '\uac00' && c <= '\ud7a3');
    }

    private static Optional<Instant> read(TimeTokens tokens, Zone unstated, boolean sure) {
        Optional<WrittenClock> clock = WrittenClock.take(tokens);
        Optional<Zone> zone = clock.flatMap(taken -> WrittenZone.takeAt(tokens, taken.index()))
                .or(() -> WrittenZone.takeLast(tokens));
        // programs that put a date and a time together may leave the date's own midnight between them
        Duration time = clock.map(WrittenClock::sinceMidnight)
                .filter(Duration::isPositive)
                .or(() -> WrittenClock.take(tokens).map(WrittenClock::sinceMidnight))
                .orElse(Duration.ZERO);
        return WrittenDate.read(tokens, sure)
                .map(day -> zone.orElse(unstated).at(day.atStartOfDay().plus(time)));
    }
}
