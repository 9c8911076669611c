package news.parallax.crawler.fetch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import news.parallax.crawler.metrics.CrawlMetrics;
import news.parallax.crawler.robots.RobotsDirectives;
import news.parallax.crawler.url.WebUrl;
import okhttp3.HttpUrl;

/**
 * Fetches a URL: asks the guard, the rests, robots.txt and the pacer of every host on the way, and follows redirects by
 * hand.
 */
@Singleton
public class Fetcher {

    private final CrawlerConfig config;
    private final Transport transport;
    private final HostPacer pacer;
    private final HostRests rests;
    private final RobotsRules robots;
    private final InstantSource clock;

    @Inject
    public Fetcher(CrawlerConfig config, InstantSource clock, HostClaims claims) {
        this(config, clock, Network.internet(), claims);
    }

    /** A fetcher beside which nobody crawls. */
    public Fetcher(CrawlerConfig config, InstantSource clock) {
        this(config, clock, Network.internet());
    }

    /** A fetcher whose names and addresses lead elsewhere. */
    public Fetcher(CrawlerConfig config, InstantSource clock, Network network) {
        this(config, clock, network, HostClaims.alone());
    }

    private Fetcher(CrawlerConfig config, InstantSource clock, Network network, HostClaims claims) {
        this.config = config;
        this.clock = clock;
        this.transport = new Transport(config, network);
        this.pacer = new HostPacer(config.hostsMax(), claims);
        this.rests = new HostRests(config, clock, new Random());
        this.robots = new RobotsRules(config, transport, pacer, rests, clock);
    }

    /** Fetches a URL; with validators, only if it changed. Blocks while the host is to be left alone for moments. */
    public FetchResult fetch(HttpUrl url, Validators validators) throws InterruptedException {
        FetchResult result = follow(url, validators);
        switch (result) {
            case Fetched _ -> CrawlMetrics.fetched("fetched");
            case NotModified _ -> CrawlMetrics.fetched("not_modified");
            case RateLimited _ -> CrawlMetrics.fetched("rate_limited");
            case Refused refused -> CrawlMetrics.fetched("refused", refused.error());
            case Failed failed -> CrawlMetrics.fetched("failed", failed.error());
        }
        return result;
    }

    /**
     * Sends a form and returns the status. The guard and the pace of the host hold as for all else; robots.txt does not,
     * as this is asked for by the host. Redirects are not followed.
     */
    public int post(HttpUrl url, Map<String, String> form) throws IOException, InterruptedException {
        transport.check(url);
        return pacer.paced(url.host(), config.hostInterval(), () -> transport.post(url, form));
    }

    private FetchResult follow(HttpUrl url, Validators validators) throws InterruptedException {
        HttpUrl current = url;
        Reply reply = Reply.NONE;
        for (int hop = 0; hop <= config.redirectsMax(); hop++) {
            Step step = step(current, validators, reply);
            if (step instanceof Ended(var result)) {
                return result;
            }
            Transport.Answer answer = ((Answered) step).answer;
            if (!answer.redirect()) {
                return result(answer, current, reply.answered(answer, clock.instant()));
            }
            Optional<HttpUrl> next = target(current, answer.header("Location"));
            if (next.isEmpty()) {
                String reason = "redirect to \"" + answer.header("Location") + "\", which is no http or https URL";
                return new Refused(FetchError.ADDRESS_REFUSED, reason, reply.answered(answer, clock.instant()));
            }
            reply = reply.redirected(answer.status(), next.get());
            current = next.get();
        }
        return new Refused(FetchError.TOO_MANY_REDIRECTS, "more than " + config.redirectsMax() + " redirects", reply);
    }

    private static Optional<HttpUrl> target(HttpUrl from, String location) {
        return location.isBlank() ? Optional.empty() : WebUrl.http(from, location);
    }

    /** One request, if nothing stands against it. */
    private Step step(HttpUrl url, Validators validators, Reply reply) throws InterruptedException {
        try {
            transport.check(url);
            Optional<FetchResult> rest = resting(url, reply);
            if (rest.isPresent()) {
                return new Ended(rest.get());
            }
            RobotsRules.Rules rules = robots.of(url);
            Optional<FetchResult> objection = rules.objection(url, reply);
            if (objection.isPresent()) {
                CrawlMetrics.robotsDenied();
                return new Ended(objection.get());
            }
            Duration interval = rules.interval(config.hostInterval(), config.crawlDelayMax());
            return pacer.paced(url.host(), interval, () -> ask(url, validators, reply));
        } catch (HostBusyException e) {
            CrawlMetrics.hostBusy();
            Instant free = clock.instant().plus(e.waiting());
            return new Ended(new Failed(FetchError.OTHER, String.valueOf(e.getMessage()), reply.resting(free)));
        } catch (IOException e) {
            return new Ended(failure(e, reply));
        }
    }

    /** Asked again in the host's own turn, because who was before us may have been told to stay away. */
    private Step ask(HttpUrl url, Validators validators, Reply reply) throws IOException {
        Optional<FetchResult> rest = resting(url, reply);
        if (rest.isPresent()) {
            return new Ended(rest.get());
        }
        try {
            Transport.Answer answer =
                    transport.get(url, validators, config.bodyLimit().asLongValue());
            note(url.host(), answer);
            return new Answered(answer);
        } catch (IOException e) {
            if (refusal(e).isEmpty()) {
                rests.failed(url.host(), FetchError.of(e), message(e));
            }
            throw e;
        }
    }

    private void note(String host, Transport.Answer answer) {
        switch (answer.status()) {
            case 429, 503 ->
                rests.askedFor(
                        host, Reply.NONE.answered(answer, clock.instant()).retryTime());
            case 500, 502, 504 -> rests.failed(host, FetchError.SERVER_ERROR, "the server answers " + answer.status());
            default -> rests.answered(host);
        }
    }

    private Optional<FetchResult> resting(HttpUrl url, Reply reply) {
        return rests.of(url.host()).map(rest -> switch (rest.error()) {
            case RATE_LIMITED -> new RateLimited(reply.resting(rest.until()));
            default -> {
                String reason = "host " + url.host() + " rests until " + rest.until() + " after " + rest.failures()
                        + " failures: " + rest.reason();
                yield new Failed(rest.error(), reason, reply.resting(rest.until()));
            }
        });
    }

    private FetchResult result(Transport.Answer answer, HttpUrl url, Reply reply) {
        if (answer.status() == 200 && answer.truncated()) {
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
                        RobotsDirectives.parse(answer.headers().values("X-Robots-Tag"), config.userAgent()),
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
                .orElseGet(() -> new Failed(error, message(e), reply));
    }

    private static String message(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** The refusal in an exception, which OkHttp hands on as one of several when a host has several addresses. */
    static Optional<IOException> refusal(IOException e) {
        return Stream.concat(Stream.of(e), Stream.of(e.getSuppressed()))
                .<IOException>mapMulti((cause, out) -> {
                    switch (cause) {
                        case AddressRefusedException refused -> out.accept(refused);
                        case Transport.TooLongException tooLong -> out.accept(tooLong);
                        default -> {}
                    }
                })
                .findFirst();
    }

    /** What one request came to. */
    private sealed interface Step {}

    /** Nothing more is to be asked. */
    private record Ended(FetchResult result) implements Step {}

    private record Answered(Transport.Answer answer) implements Step {}
}
