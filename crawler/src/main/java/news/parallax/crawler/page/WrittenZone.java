package news.parallax.crawler.page;

import java.util.Optional;
import java.util.Set;
import news.parallax.crawler.page.ZoneNames.Zone;

/** The time zone within a written time: Z, EST, +0200, GMT-07:00, Pacific Daylight Time. */
final class WrittenZone {

    private static final Set<String> NORTH_AMERICAN = Set.of("eastern", "central", "mountain", "pacific");
    private static final int OFFSET_HOURS_MAX = 24;

    private final TimeTokens tokens;
    private int next;

    private WrittenZone(TimeTokens tokens, int start) {
        this.tokens = tokens;
        this.next = start;
    }

    /** Takes the zone out that stands right behind the time of day. */
    static Optional<Zone> takeAt(TimeTokens tokens, int start) {
        var reading = new WrittenZone(tokens, tokens.at(start).is(',') ? start + 1 : start);
        Optional<Zone> zone = reading.read(true);
        zone.ifPresent(_ -> tokens.remove(start, reading.next));
        return zone;
    }

    /** Takes the zone out with which the tokens end, behind a date. */
    static Optional<Zone> takeLast(TimeTokens tokens) {
        for (int start = Math.max(1, tokens.size() - 6); start < tokens.size(); start++) {
            TimeToken first = tokens.at(start);
            boolean minus =
                    first.is('-') && first.spaced() && tokens.at(start + 1).isAttachedNumber(2, 4);
            if (first.isWord() || first.is('+') || minus) {
                var reading = new WrittenZone(tokens, start);
                Optional<Zone> zone = reading.read(false);
                if (zone.isPresent() && reading.next == tokens.size()) {
                    tokens.remove(start, tokens.size());
                    return zone;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Zone> read(boolean unknownToo) {
        Optional<Zone> named = named(unknownToo);
        Optional<Zone> offset = offset();
        while (offset.or(() -> named).isPresent() && named(false).isPresent()) {
            // names that say again what the offset or the first name said
        }
        return offset.or(() -> named);
    }

    /** An unknown name in capitals is taken as UTC: a few hours' error is better than no time at all. */
    private Optional<Zone> named(boolean unknownToo) {
        TimeToken token = tokens.at(next);
        if (!token.isWord()) {
            return Optional.empty();
        }
        String name = token.text();
        if (NORTH_AMERICAN.contains(name)) {
            return northAmerican(name);
        }
        boolean military = name.length() == 1 && !name.equals("z");
        boolean word = military || TimeWords.isBetween(name);
        Optional<Zone> zone = word && !(token.upper() && token.spaced() && unknownToo)
                ? Optional.empty()
                : ZoneNames.ofAbbreviation(name);
        if (zone.isEmpty() && unknownToo && isAbbreviation(token)) {
            zone = Optional.of(ZoneNames.UTC);
        }
        next += zone.isPresent() ? 1 : 0;
        return zone;
    }

    private Optional<Zone> northAmerican(String name) {
        String season = tokens.at(next + 1).text();
        boolean told = season.equals("daylight") || season.equals("standard");
        if (!tokens.at(next + (told ? 2 : 1)).text().equals("time")) {
            return Optional.empty();
        }
        next += told ? 3 : 2;
        return ZoneNames.ofAbbreviation(name.charAt(0) + (season.equals("daylight") ? "dt" : "st"));
    }

    private static boolean isAbbreviation(TimeToken token) {
        String name = token.text();
        return token.upper()
                && name.length() >= 2
                && name.length() <= 5
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z')
                && !TimeWords.isBetween(name)
                && TimeWords.month(name) == 0
                && TimeWords.weekday(name).isEmpty();
    }

    /** Some programs write the sign twice; the second one is that of the offset. */
    private Optional<Zone> offset() {
        int at = next;
        if (isSign(tokens.at(at)) && isSign(tokens.at(at + 1))) {
            at++;
        }
        TimeToken digits = tokens.at(at + 1);
        if (!isSign(tokens.at(at))
                || !digits.isAttachedNumber(1, 6)
                || digits.text().length() == 5) {
            return Optional.empty();
        }
        int seconds = 0;
        int after = at + 2;
        if (digits.text().length() > 2) {
            int all = Integer.parseInt(digits.text().length() < 6 ? digits.text() + "00" : digits.text());
            seconds = seconds(all / 10_000, all / 100 % 100);
        } else if (tokens.at(after).is(':') && tokens.at(after + 1).isAttachedNumber(1, 2)) {
            seconds = seconds(digits.value(), tokens.at(after + 1).value());
            after += 2;
            if (tokens.at(after).is(':') && tokens.at(after + 1).isAttachedNumber(2, 2)) { // seconds of old local times
                after += 2;
            }
        } else {
            seconds = seconds(digits.value(), 0);
        }
        TimeToken rest = tokens.at(after);
        if (seconds < 0 || (rest.is('.') || rest.is('/') || rest.is('-')) && !rest.spaced()) { // a date stands there
            return Optional.empty();
        }
        next = after;
        return Optional.of(ZoneNames.offset(tokens.at(at).is('-') ? -seconds : seconds));
    }

    private static int seconds(int hours, int minutes) {
        return hours < OFFSET_HOURS_MAX && minutes < 60 ? hours * 3600 + minutes * 60 : -1;
    }

    private static boolean isSign(TimeToken token) {
        return token.is('+') || token.is('-');
    }
}
