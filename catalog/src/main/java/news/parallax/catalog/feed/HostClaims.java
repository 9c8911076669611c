package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hands out hosts, each to one crawler at a time. */
@Singleton
public class HostClaims {
    /** What is over for so long is swept away, so much at a time. */
    private static final Duration SWEPT_AGE = Duration.ofHours(1);

    private static final int SWEPT_AT_ONCE = 100;

    private final HostClaimRepository claims;

    HostClaims(HostClaimRepository claims) {
        this.claims = claims;
    }

    /**
     * What a crawler wants.
     *
     * @param hosts to claim or to renew
     * @param releases hosts that it is done with, and for how long they are to rest
     */
    record Wish(String crawlerId, List<String> hosts, Duration duration, Map<String, Duration> releases) {
        Wish {
            hosts = List.copyOf(hosts);
            releases = new TreeMap<>(releases);
        }
    }

    /**
     * What became of a claim.
     *
     * @param left if it is not granted, how long the other one lasts
     */
    record Outcome(String host, boolean granted, Duration left) {}

    /** Returns what became of each host, in order. */
    @Transactional
    List<Outcome> claim(Wish wish) {
        claims.sweep(SWEPT_AGE, SWEPT_AT_ONCE);
        wish.releases.forEach((host, rest) -> claims.release(wish.crawlerId, host, rest));
        Set<String> wanted = new TreeSet<>(wish.hosts);
        Set<String> granted = claims.claim(wish.crawlerId, wanted, wish.duration);
        Set<String> others = new TreeSet<>(wanted);
        others.removeAll(granted);
        Map<String, Duration> left = others.isEmpty() ? Map.of() : claims.left(others);
        List<Outcome> outcomes = new ArrayList<>();
        for (String host : wish.hosts) {
            outcomes.add(new Outcome(host, granted.contains(host), left.getOrDefault(host, Duration.ZERO)));
        }
        return outcomes;
    }
}
