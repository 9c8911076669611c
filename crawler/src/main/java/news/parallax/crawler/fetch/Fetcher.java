package news.parallax.crawler.fetch;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
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
        Reply reply = Reply.NONE;
        for (int hop = 0; hop <= config.redirectsMax(); hop++) {
            RobotsRules.Rules rules = robots.of(current);
            Optional<FetchResult> objection = rules.objection(current, reply);
            if (objection.isPresent()) {
                return objection.get();
            }
            Transport.Answer answer;
            try {
                answer = get(current, validators, rules);
            } catch (IOException e) {
                return failure(e, reply);
            }
            if (!answer.redirect()) {
                return result(answer, current, reply.answered(answer, clock.instant()));
            }
            Optional<HttpUrl> next = Optional.ofNullable(current.resolve(answer.header("Location")));
            if (next.isEmpty()) {
                String reason = "redirect to \"" + answer.header("Location") + "\", which is no http or https URL";
                return new Refused(FetchError.ADDRESS_REFUSED, reason, reply.answered(answer, clock.instant()));
            }
            reply = reply.redirected(answer.status(), next.get());
            current = next.get();
        }
        return new Refused(FetchError.TOO_MANY_REDIRECTS, "more than " + config.redirectsMax() + " redirects", reply);
    }

    private Transport.Answer get(HttpUrl url, Validators validators, RobotsRules.Rules rules)
            throws IOException, InterruptedException {
        Duration interval = rules.interval(config.hostInterval(), config.crawlDelayMax());
        return pacer.paced(
                url.host(),
                interval,
                () -> transport.get(url, validators, config.bodyLimit().asLongValue()));
    }

    private FetchResult result(Transport.Answer answer, HttpUrl url, Reply reply) {
        if (answer.truncated()) {
            return new Refused(
                    FetchError.TOO_LARGE,
                    "body is longer than " + config.bodyLimit().asLongValue() + " bytes after decompression",
                    reply);
        }
        return switch (answer.status()) {
            case 200 ->
                new Fetched(
                        url,
                        answer.header("Content-Type"),
                        answer.body(),
                        new Validators(answer.header("ETag"), answer.header("Last-Modified")),
                        reply);
            case 304 -> new NotModified(reply);
            case 429, 503 -> new RateLimited(reply);
            default -> {
                FetchError error = FetchError.ofStatus(answer.status());
                String reason = "the server answers " + answer.status();
                boolean passing = answer.status() >= 500 || answer.status() == 408 || answer.status() == 425;
                yield passing ? new Failed(error, reason, reply) : new Refused(error, reason, reply);
            }
        };
    }

    private static FetchResult failure(IOException e, Reply reply) {
        FetchError error = FetchError.of(e);
        return refusal(e)
                .<FetchResult>map(refusal -> new Refused(error, String.valueOf(refusal.getMessage()), reply))
                .orElseGet(() -> new Failed(error, e.getClass().getSimpleName() + ": " + e.getMessage(), reply));
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
