package news.parallax.crawler.fetch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.robots.RobotsText;
import news.parallax.crawler.url.WebUrl;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What the robots.txt of each host allows (RFC 9309, §2.3.1): 4xx allows all; 5xx, 429 and no answer forbid all for now,
 * unless an earlier copy is known. Kept by scheme, host and port.
 */
final class RobotsRules {

    private static final RobotsText EVERYTHING = RobotsText.parse(new byte[0], "");

    /** Redirects of a robots.txt that are followed at least (§2.3.1.2). */
    private static final int REDIRECTS_LEAST = 5;

    private final CrawlerConfig config;
    private final Transport transport;
    private final HostPacer pacer;
    private final HostRests rests;
    private final InstantSource clock;
    private final Map<String, Rules> cache;

    RobotsRules(CrawlerConfig config, Transport transport, HostPacer pacer, HostRests rests, InstantSource clock) {
        this.config = config;
        this.transport = transport;
        this.pacer = pacer;
        this.rests = rests;
        this.clock = clock;
        this.cache = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
                return size() > config.hostsMax();
            }
        });
    }

    /** Returns the rules of the URL's host, fetching them when they are not known or too old. */
    Rules of(HttpUrl url) throws IOException, InterruptedException {
        HttpUrl robotsUrl = url.newBuilder("/robots.txt").build();
        Optional<Rules> known = fresh(robotsUrl);
        if (known.isPresent()) {
            return known.get();
        }
        return pacer.paced(url.host(), config.hostInterval(), () -> {
            Rules rules = fresh(robotsUrl).orElseGet(() -> fetch(robotsUrl));
            cache.put(robotsUrl.toString(), rules);
            return rules;
        });
    }

    private Optional<Rules> fresh(HttpUrl robotsUrl) {
        return Optional.ofNullable(cache.get(robotsUrl.toString()))
                .filter(rules -> rules.expireTime.isAfter(clock.instant()));
    }

    private Rules fetch(HttpUrl robotsUrl) {
        @Nullable Rules before = cache.get(robotsUrl.toString());
        try {
            HttpUrl current = robotsUrl;
            for (int hop = 0; hop <= Math.max(config.redirectsMax(), REDIRECTS_LEAST); hop++) {
                Transport.Answer answer = transport.get(
                        current, Validators.NONE, config.robotsLimit().asLongValue());
                Optional<HttpUrl> next =
                        answer.redirect() ? WebUrl.http(current, answer.header("Location")) : Optional.empty();
                if (next.isEmpty()) {
                    return rules(answer, before);
                }
                current = next.get();
            }
            return read(EVERYTHING); // too many redirects count as "unavailable" (§2.3.1.2)
        } catch (Transport.TooLongException endless) {
            return unreachable(before, String.valueOf(endless.getMessage()), FetchError.ROBOTS, false);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            return unreachable(
                    before, reason, FetchError.of(e), Fetcher.refusal(e).isPresent());
        }
    }

    private Rules rules(Transport.Answer answer, @Nullable Rules before) {
        if (answer.status() >= 500 || answer.status() == 429) {
            return unreachable(before, "it answers " + answer.status(), FetchError.ROBOTS, false);
        }
        return read(answer.status() == 200 ? RobotsText.parse(answer.body(), config.userAgent()) : EVERYTHING);
    }

    private Rules read(RobotsText text) {
        Instant now = clock.instant();
        return new Rules(text, now, 0, Optional.empty(), now.plus(config.robotsTtl()));
    }

    /**
     * Keeps to what was read last, for a while; without that nothing is fetched. Asked again after a pause that doubles.
     *
     * @param error what would become of a fetch from that host
     */
    private Rules unreachable(@Nullable Rules before, String reason, FetchError error, boolean refused) {
        Instant now = clock.instant();
        int failures = 1 + (before == null ? 0 : before.failures);
        Instant retryTime = now.plus(rests.pause(failures));
        boolean known = before != null
                && !before.readTime.equals(Instant.MIN)
                && before.readTime.plus(config.robotsStaleMax()).isAfter(now);
        if (known && before != null && !refused) {
            return new Rules(before.text, before.readTime, failures, Optional.empty(), retryTime);
        }
        var obstacle = new Obstacle("robots.txt of the host cannot be had: " + reason, error, refused);
        return new Rules(EVERYTHING, Instant.MIN, failures, Optional.of(obstacle), retryTime);
    }

    /** Why nothing of a host may be fetched. */
    private record Obstacle(String reason, FetchError error, boolean refused) {}

    /**
     * The rules of one host.
     *
     * @param readTime when the text was read; the least instant if never
     * @param failures to read it in a row, up to now
     */
    record Rules(RobotsText text, Instant readTime, int failures, Optional<Obstacle> obstacle, Instant expireTime) {

        /**
         * Returns why the URL must not be fetched; empty if it may be.
         *
         * @param reply what servers said on the way there
         */
        Optional<FetchResult> objection(HttpUrl url, Reply reply) {
            if (obstacle.isPresent()) {
                Obstacle its = obstacle.get();
                return Optional.of(
                        its.refused
                                ? new FetchResult.Refused(its.error, its.reason, reply)
                                : new FetchResult.Failed(its.error, its.reason, reply));
            }
            return text.allows(url)
                    ? Optional.empty()
                    : Optional.of(new FetchResult.Refused(
                            FetchError.ROBOTS, "robots.txt of " + url.host() + " forbids it", reply));
        }

        /** Returns the longer of our interval and the host's Crawl-delay, the latter cut to a maximum. */
        Duration interval(Duration ours, Duration crawlDelayMax) {
            Duration asked = text.crawlDelay()
                    .map(delay -> delay.compareTo(crawlDelayMax) > 0 ? crawlDelayMax : delay)
                    .orElse(Duration.ZERO);
            return asked.compareTo(ours) > 0 ? asked : ours;
        }
    }
}
