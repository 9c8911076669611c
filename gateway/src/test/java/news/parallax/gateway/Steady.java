package news.parallax.gateway;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.parallax.gateway.Asker.Answer;

/** Compares answers without what changes by itself: times, and moments of a history that differ in their time alone. */
final class Steady {
    private static final Pattern TIMES = Pattern.compile("(?s)<svg class=\"over-time\".*?</table>"
            + "|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"
            + "|\\d+ (sec|min|hr)\\.? ago|now"
            + "|\\d\\d:\\d\\d(:\\d\\d)? (UTC|GMT|\\+0000)");
    private static final String MOMENT = "{\"asOfTime\"";
    private static final int AROUND = 80;

    private Steady() {}

    static boolean same(Answer one, Answer other) {
        return one.status().equals(other.status()) && text(one).equals(text(other));
    }

    /** Where two answers begin to differ, in both. */
    static String difference(Answer one, Answer other) {
        int place = Arrays.mismatch(text(one).toCharArray(), text(other).toCharArray());
        return around(text(one), place) + " <> " + around(text(other), place);
    }

    private static String around(String text, int place) {
        return text.substring(
                Math.min(text.length(), Math.max(0, place - AROUND)), Math.min(text.length(), place + AROUND));
    }

    private static String text(Answer answer) {
        String text = TIMES.matcher(answer.body()).replaceAll("#");
        int moments = text.indexOf(MOMENT);
        return moments < 0
                ? text
                : Arrays.stream(text.substring(moments).split("(?=" + Pattern.quote(MOMENT) + ")"))
                        .map(moment -> moment.replaceFirst(",$", ""))
                        .distinct()
                        .collect(Collectors.joining());
    }
}
