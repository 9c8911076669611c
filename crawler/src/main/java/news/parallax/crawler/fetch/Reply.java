package news.parallax.crawler.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.CacheControl;
import okhttp3.HttpUrl;

/**
 * What a server said beside the body.
 *
 * @param status of its last answer; 0 if there was none
 * @param redirectUrl where redirects led; empty if there were none
 * @param permanent whether each of them was permanent (301, 308)
 * @param freshFor for how long the answer stays fresh; empty if it does not say
 * @param retryTime until when it wants to be left alone; empty if it does not say
 */
public record Reply(
        int status,
        Optional<HttpUrl> redirectUrl,
        boolean permanent,
        Optional<Duration> freshFor,
        Optional<Instant> retryTime) {

    public static final Reply NONE = new Reply(0, Optional.empty(), false, Optional.empty(), Optional.empty());

    /** Ours: a longer pause is no pause, and times far beyond are none that the catalog knows. */
    private static final Duration RETRY_MAX = Duration.ofDays(365);

    Reply redirected(int redirectStatus, HttpUrl target) {
        boolean forGood = (redirectUrl.isEmpty() || permanent) && (redirectStatus == 301 || redirectStatus == 308);
        return new Reply(redirectStatus, Optional.of(target), forGood, Optional.empty(), Optional.empty());
    }

    /** Nothing was asked of the last host, which rests. */
    Reply resting(Instant until) {
        return new Reply(0, redirectUrl, permanent, Optional.empty(), Optional.of(until));
    }

    /** Whether the host was not asked, but is left alone until the retry time. */
    public boolean resting() {
        return status == 0 && retryTime.isPresent();
    }

    Reply answered(Transport.Answer answer, Instant now) {
        return new Reply(answer.status(), redirectUrl, permanent, freshFor(answer), retryTime(answer, now));
    }

    /** max-age, less the time that the answer lay in caches on the way (RFC 9111, §4.2). */
    private static Optional<Duration> freshFor(Transport.Answer answer) {
        CacheControl control = CacheControl.parse(answer.headers());
        if (control.maxAgeSeconds() < 0 || control.noCache() || control.noStore()) {
            return Optional.empty();
        }
        long age = number(answer.header("Age")).orElse(0L);
        return Optional.of(Duration.ofSeconds(Math.max(0, control.maxAgeSeconds() - age)));
    }

    /** Retry-After is seconds or a date (RFC 9110, §10.2.3); anything else counts as not given. */
    private static Optional<Instant> retryTime(Transport.Answer answer, Instant now) {
        Instant latest = now.plus(RETRY_MAX);
        return number(answer.header("Retry-After"))
                .map(seconds -> now.plusSeconds(Math.min(seconds, RETRY_MAX.toSeconds())))
                .or(() -> date(answer.header("Retry-After")))
                .map(time -> Stream.of(time, latest).min(Instant::compareTo).orElseThrow());
    }

    private static Optional<Long> number(String value) {
        try {
            return value.chars().allMatch(Character::isDigit) ? Optional.of(Long.parseLong(value)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
