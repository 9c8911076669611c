package news.parallax.crawler.page;

import java.time.Duration;
import java.util.Optional;

/** The time of day within a written time: 14:30, 2:30:15.5 pm, T1430, 14h30, um 14.30 Uhr, 오후 2시 30분. */
final class WrittenClock {

    private final TimeTokens tokens;
    private int start;
    private int next;
    private int hour;
    private int minute;
    private int second;
    private int nano;

    private WrittenClock(TimeTokens tokens, int start) {
        this.tokens = tokens;
        this.start = start;
    }

    /** Takes the first time of day out of the tokens. One that no clock shows is left there. */
    static Optional<WrittenClock> take(TimeTokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            var clock = new WrittenClock(tokens, i);
            if (clock.isRead() && clock.isValid()) {
                clock.readHalfOfDay();
                tokens.remove(clock.start, clock.next);
                return Optional.of(clock);
            }
        }
        return Optional.empty();
    }

    /** Where in the tokens it stood. */
    int index() {
        return start;
    }

    /** Since midnight; up to 24 hours and, in a leap second, one second more than the minute has. */
    Duration sinceMidnight() {
        return Duration.ofSeconds(hour * 3600L + minute * 60L + second, nano);
    }

    private boolean isRead() {
        TimeToken first = tokens.at(start);
        if (first.isWord()) {
            return first.text().equals("t") && !first.spaced() && readsBasic();
        }
        if (!first.isNumber(1, 2) || tokens.at(start - 1).is('+')) {
            return false;
        }
        hour = first.value();
        next = start + 1;
        TimeToken after = tokens.at(next);
        return switch (after.kind()) {
            case SIGN -> after.is(':') ? readsColons() : after.is('.') && readsDot();
            case WORD -> readsWords(after);
            case NUMBER -> false;
        };
    }

    /** ISO 8601 without colons: T14, T1430, T143015. */
    private boolean readsBasic() {
        TimeToken digits = tokens.at(start + 1);
        next = start + 2;
        if (!digits.isAttachedNumber(2, 6)
                || digits.text().length() % 2 != 0
                || tokens.at(next).is(':')) {
            return false;
        }
        int all = Integer.parseInt((digits.text() + "0000").substring(0, 6));
        hour = all / 10_000;
        minute = all / 100 % 100;
        second = all % 100;
        readFraction();
        return true;
    }

    private boolean readsColons() {
        if (!tokens.at(next + 1).isNumber(1, 2)) {
            return false;
        }
        minute = tokens.at(next + 1).value();
        next += 2;
        if (tokens.at(next).is(':') && tokens.at(next + 1).isNumber(1, 2)) {
            second = tokens.at(next + 1).value();
            next += 2;
            readFraction();
        }
        if (tokens.at(next).is(':') && !tokens.at(next + 1).isNumber(1, 9)) { // 15:04:-0700
            next++;
        }
        return true;
    }

    private void readFraction() {
        TimeToken mark = tokens.at(next);
        boolean fraction = (mark.is('.') || mark.is(',')) && tokens.at(next + 1).isAttachedNumber(1, 18)
                || mark.is(':') && tokens.at(next + 1).isAttachedNumber(2, 3);
        if (fraction) {
            nano = Integer.parseInt((tokens.at(next + 1).text() + "00000000").substring(0, 9));
            next += 2;
        }
    }

    /** A dot is that of a date unless a word tells that a time of day is meant, or it stands last, behind a year. */
    private boolean readsDot() {
        int before = tokens.at(start - 1).is('.') ? start - 2 : start - 1; // kl. 14.30
        boolean behindYear = next + 2 == tokens.size()
                && tokens.at(start).spaced()
                && tokens.at(start - 1).isNumber(4, 4);
        boolean told = behindYear
                || TimeWords.announcesClock(tokens.at(before).text())
                || tokens.at(next + 2).text().equals("uhr");
        if (!told || !tokens.at(next + 1).isAttachedNumber(2, 2)) {
            return false;
        }
        minute = tokens.at(next + 1).value();
        next += 2;
        return true;
    }

    private boolean readsWords(TimeToken word) {
        if (word.text().equals("am") || word.text().equals("pm")) {
            return hour >= 1 && hour <= 12 && !tokens.at(start - 1).is(':');
        }
        if (!TimeWords.isHour(word.text())) {
            return false;
        }
        next++;
        boolean named = TimeWords.isMinute(tokens.at(next + 1).text());
        if (tokens.at(next).isAttachedNumber(1, 2) || named && tokens.at(next).isNumber(1, 2)) {
            minute = tokens.at(next).value();
            next += named ? 2 : 1;
            if (tokens.at(next).isNumber(1, 2)
                    && TimeWords.isSecond(tokens.at(next + 1).text())) {
                second = tokens.at(next).value();
                next += 2;
            }
        }
        return true;
    }

    private boolean isValid() {
        return minute < 60 && second <= 60 && (hour < 24 || hour == 24 && minute == 0 && second == 0 && nano == 0);
    }

    private void readHalfOfDay() {
        boolean follows = isHalfOfDay(tokens.at(next));
        if (!follows && !isHalfOfDay(tokens.at(start - 1))) {
            return;
        }
        String half = tokens.at(follows ? next++ : --start).text();
        if (TimeWords.isAfternoon(half) && hour < 12) {
            hour += 12;
        } else if (TimeWords.isMorning(half) && hour == 12) {
            hour = 0;
        }
    }

    private static boolean isHalfOfDay(TimeToken token) {
        return token.isWord() && (TimeWords.isMorning(token.text()) || TimeWords.isAfternoon(token.text()));
    }
}
