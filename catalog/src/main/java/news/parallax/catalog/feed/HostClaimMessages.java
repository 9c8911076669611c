package news.parallax.catalog.feed;

import com.google.protobuf.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.v1.ClaimHostsRequest;
import news.parallax.catalog.v1.ClaimHostsResponse;
import news.parallax.catalog.v1.HostClaim;
import news.parallax.catalog.v1.HostRelease;

/** Claims on hosts on the wire. */
final class HostClaimMessages {
    static final java.time.Duration CLAIM_DEFAULT = java.time.Duration.ofMinutes(1);

    private static final java.time.Duration CLAIM_MIN = java.time.Duration.ofSeconds(1);
    private static final java.time.Duration CLAIM_MAX = java.time.Duration.ofMinutes(10);
    private static final int HOSTS_MAX = 1_000;
    private static final int ID_LENGTH_MAX = 100;

    /** Whatever can stand in a URL as its host, IPv6 addresses too; what it names is none of our business. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._:\\[\\]-]{1,253}");

    private HostClaimMessages() {}

    static HostClaims.Wish toWish(ClaimHostsRequest request) {
        ImportTally.checkSize("hosts", request.getHostsCount(), HOSTS_MAX);
        ImportTally.checkSize("releases", request.getReleasesCount(), HOSTS_MAX);
        request.getHostsList().forEach(host -> checkHost("hosts", host));
        Map<String, java.time.Duration> releases = new HashMap<>();
        for (HostRelease release : request.getReleasesList()) {
            checkHost("releases.host", release.getHost());
            releases.put(release.getHost(), duration("releases.rest", release.getRest(), java.time.Duration.ZERO));
        }
        return new HostClaims.Wish(
                crawlerId(request.getCrawlerId()),
                request.getHostsList(),
                request.hasClaimDuration()
                        ? duration("claim_duration", request.getClaimDuration(), CLAIM_MIN)
                        : CLAIM_DEFAULT,
                releases);
    }

    static String crawlerId(String id) {
        boolean valid = !id.isEmpty() && id.length() <= ID_LENGTH_MAX && id.indexOf('\0') < 0;
        FeedMessages.check(valid, "CRAWLER_ID_INVALID", "crawler_id", id);
        return id;
    }

    static ClaimHostsResponse toProto(List<HostClaims.Outcome> outcomes) {
        return ClaimHostsResponse.newBuilder()
                .addAllClaims(outcomes.stream().map(HostClaimMessages::toProto).toList())
                .build();
    }

    private static HostClaim toProto(HostClaims.Outcome outcome) {
        HostClaim.Builder claim = HostClaim.newBuilder().setHost(outcome.host()).setGranted(outcome.granted());
        if (!outcome.granted()) {
            claim.setWait(Duration.newBuilder()
                    .setSeconds(outcome.left().toSeconds())
                    .setNanos(outcome.left().toNanosPart()));
        }
        return claim.build();
    }

    private static void checkHost(String field, String host) {
        FeedMessages.check(HOST.matcher(host).matches(), "HOST_INVALID", field, host);
    }

    private static java.time.Duration duration(String field, Duration message, java.time.Duration least) {
        java.time.Duration duration;
        try {
            duration = java.time.Duration.ofSeconds(message.getSeconds(), message.getNanos());
        } catch (ArithmeticException e) {
            throw FeedMessages.invalid("CLAIM_DURATION_INVALID", field, message.getSeconds() + " s");
        }
        boolean valid = duration.compareTo(least) >= 0 && duration.compareTo(CLAIM_MAX) <= 0;
        FeedMessages.check(valid, "CLAIM_DURATION_INVALID", field, duration.toString());
        return duration;
    }
}
