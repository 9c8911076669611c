package news.parallax.crawler.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.CrawlerConfig;
import okhttp3.HttpUrl;

/**
 * What the robots.txt of each host allows (RFC 9309): 4xx allows all, 5xx and no answer forbid all for now. Kept by
 * scheme, host and port.
 */
final class RobotsRules {

    private final CrawlerConfig config;
    private final Transport transport;
    private final HostPacer pacer;
    private final InstantSource clock;
    private final Map<String, Rules> cache;

    RobotsRules(CrawlerConfig config, Transport transport, HostPacer pacer, InstantSource clock) {
        this.config = config;
        this.transport = transport;
        this.pacer = pacer;
        this.clock = clock;
        this.cache = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
                return size() > config.hostsMax();
            }
        });
    }

    /** Returns the rules of the URL's host, fetching them when they are not known or too old. */
    Rules of(HttpUrl url) throws InterruptedException {
        HttpUrl robotsUrl = url.newBuilder("/robots.txt").build();
        Optional<Rules> known = fresh(robotsUrl);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return pacer.paced(url.host(), config.hostInterval(), () -> {
                Rules rules = fresh(robotsUrl).orElseGet(() -> fetch(robotsUrl));
                cache.put(robotsUrl.toString(), rules);
                return rules;
            });
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Optional<Rules> fresh(HttpUrl robotsUrl) {
        return Optional.ofNullable(cache.get(robotsUrl.toString()))
                .filter(rules -> rules.expireTime.isAfter(clock.instant()));
    }

    private Rules fetch(HttpUrl robotsUrl) {
        try {
            HttpUrl current = robotsUrl;
            for (int hop = 0; hop <= config.redirectsMax(); hop++) {
                Transport.Answer answer = transport.get(
                        current, Validators.NONE, config.robotsLimit().asLongValue());
                Optional<HttpUrl> next = answer.redirect()
                        ? Optional.ofNullable(current.resolve(answer.header("Location")))
                        : Optional.empty();
                if (next.isEmpty()) {
                    return rules(robotsUrl, answer);
                }
                current = next.get();
            }
            return allowAll(); // too many redirects count as "unavailable" (RFC 9309, §2.3.1.2)
        } catch (IOException e) {
            return unreachable(
                    e.getMessage() == null ? e.toString() : e.getMessage(),
                    FetchError.of(e),
                    Fetcher.refusal(e).isPresent());
        }
    }

    private Rules rules(HttpUrl robotsUrl, Transport.Answer answer) {
        if (answer.status() >= 500 || answer.status() == 429) {
            return unreachable("it answers " + answer.status(), FetchError.ROBOTS, false);
        }
        if (answer.status() != 200) {
            return allowAll();
        }
        SimpleRobotRules parsed = new SimpleRobotRulesParser(Long.MAX_VALUE, 5)
                .parseContent(
                        robotsUrl.toString(),
                        answer.body(),
                        "text/plain",
                        List.of(config.userAgent().toLowerCase(Locale.ROOT)));
        return new Rules(parsed, "", FetchError.ROBOTS, false, config.robotsTtl(), clock.instant());
    }

    private Rules allowAll() {
        return new Rules(
                new SimpleRobotRules(RobotRulesMode.ALLOW_ALL),
                "",
                FetchError.ROBOTS,
                false,
                config.robotsTtl(),
                clock.instant());
    }

    /** @param error what would become of a fetch from that host */
    private Rules unreachable(String reason, FetchError error, boolean refused) {
        return new Rules(
                new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                "robots.txt of the host cannot be had: " + reason,
                error,
                refused,
                config.robotsRetryInterval(),
                clock.instant());
    }

    /** The rules of one host. */
    static final class Rules {

        private final SimpleRobotRules rules;
        private final String unreachable;
        private final FetchError error;
        private final boolean refused;
        private final Instant expireTime;

        private Rules(
                SimpleRobotRules rules,
                String unreachable,
                FetchError error,
                boolean refused,
                Duration ttl,
                Instant now) {
            this.rules = rules;
            this.unreachable = unreachable;
            this.error = error;
            this.refused = refused;
            this.expireTime = now.plus(ttl);
        }

        /**
         * Returns why the URL must not be fetched; empty if it may be.
         *
         * @param reply what servers said on the way there
         */
        Optional<FetchResult> objection(HttpUrl url, Reply reply) {
            if (refused) {
                return Optional.of(new FetchResult.Refused(error, unreachable, reply));
            }
            if (!unreachable.isEmpty()) {
                return Optional.of(new FetchResult.Failed(error, unreachable, reply));
            }
            return rules.isAllowed(url.toString())
                    ? Optional.empty()
                    : Optional.of(new FetchResult.Refused(error, "robots.txt of " + url.host() + " forbids it", reply));
        }

        /** Returns the longer of our interval and the host's Crawl-delay, the latter cut to a maximum. */
        Duration interval(Duration ours, Duration crawlDelayMax) {
            if (rules.getCrawlDelay() <= 0) {
                return ours;
            }
            Duration asked = Duration.ofMillis(Math.min(rules.getCrawlDelay(), crawlDelayMax.toMillis()));
            return asked.compareTo(ours) > 0 ? asked : ours;
        }
    }
}
