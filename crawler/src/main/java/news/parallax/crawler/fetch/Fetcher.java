package news.parallax.crawler.fetch;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import okhttp3.HttpUrl;

/** Fetches a URL: asks robots.txt and the pacer of every host on the way, and follows redirects by hand. */
@Singleton
public class Fetcher {

    private final CrawlerConfig config;
    private final Transport transport;
    private final HostPacer pacer;
    private final RobotsRules robots;
    private final InstantSource clock;

    public Fetcher(CrawlerConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.transport = new Transport(config);
        this.pacer = new HostPacer(config.hostsMax());
        this.robots = new RobotsRules(config, transport, pacer, clock);
    }

    /** Fetches a URL; with validators, only if it changed. Blocks while the host is to be left alone. */
    public FetchResult fetch(HttpUrl url, Validators validators) throws InterruptedException {
        HttpUrl current = url;
        boolean permanent = true;
        for (int hop = 0; hop <= config.redirectsMax(); hop++) {
            RobotsRules.Rules rules = robots.of(current);
            Optional<FetchResult> objection = rules.objection(current);
            if (objection.isPresent()) {
                return objection.get();
            }
            Transport.Answer answer;
            try {
                answer = get(current, validators, rules);
            } catch (IOException e) {
                return failure(e);
            }
            if (!answer.redirect()) {
                return result(answer, current, permanent && hop > 0);
            }
            Optional<HttpUrl> next = Optional.ofNullable(current.resolve(answer.header("Location")));
            if (next.isEmpty()) {
                return new Refused("redirect to \"" + answer.header("Location") + "\", which is no http or https URL");
            }
            permanent &= answer.status() == 301 || answer.status() == 308;
            current = next.get();
        }
        return new Refused("more than " + config.redirectsMax() + " redirects");
    }

    private Transport.Answer get(HttpUrl url, Validators validators, RobotsRules.Rules rules)
            throws IOException, InterruptedException {
        Duration interval = rules.interval(config.hostInterval(), config.crawlDelayMax());
        return pacer.paced(
                url.host(),
                interval,
                () -> transport.get(url, validators, config.bodyLimit().asLongValue()));
    }

    private FetchResult result(Transport.Answer answer, HttpUrl url, boolean moved) {
        if (answer.truncated()) {
            return new Refused(
                    "body is longer than " + config.bodyLimit().asLongValue() + " bytes after decompression");
        }
        return switch (answer.status()) {
            case 200 ->
                new Fetched(
                        url,
                        moved ? Optional.of(url) : Optional.empty(),
                        answer.header("Content-Type"),
                        answer.body(),
                        new Validators(answer.header("ETag"), answer.header("Last-Modified")));
            case 304 -> new NotModified();
            case 429, 503 -> new RateLimited(retryTime(answer.header("Retry-After")));
            default -> {
                String reason = "the server answers " + answer.status();
                boolean passing = answer.status() >= 500 || answer.status() == 408 || answer.status() == 425;
                yield passing ? new Failed(reason) : new Refused(reason);
            }
        };
    }

    /** Retry-After is seconds or a date (RFC 9110, §10.2.3); anything else counts as not given. */
    private Optional<Instant> retryTime(String value) {
        try {
            return value.chars().allMatch(Character::isDigit)
                    ? Optional.of(clock.instant().plusSeconds(Long.parseLong(value)))
                    : Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static FetchResult failure(IOException e) {
        Optional<IOException> refusal = refusal(e);
        if (refusal.isPresent()) {
            return new Refused(String.valueOf(refusal.get().getMessage()));
        }
        return new Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    /** The refusal in an exception, which OkHttp hands on as one of several when a host has several addresses. */
    static Optional<IOException> refusal(IOException e) {
        return Stream.concat(Stream.of(e), Stream.of(e.getSuppressed()))
                .<IOException>mapMulti((cause, out) -> {
                    switch (cause) {
                        case AddressRefusedException refused -> out.accept(refused);
                        case Transport.BodyTooLongException tooLong -> out.accept(tooLong);
                        default -> {}
                    }
                })
                .findFirst();
    }
}
