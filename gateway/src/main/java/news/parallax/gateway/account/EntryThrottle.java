package news.parallax.gateway.account;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Addresses;
import news.parallax.gateway.limit.Throttle;
import news.parallax.gateway.limit.Throttle.Tries;

/** Slows down who guesses passwords and keys, by account and by network address. */
@Singleton
class EntryThrottle {
    private final Throttle throttle;
    private final GatewayConfig.Entry config;

    EntryThrottle(Throttle throttle, GatewayConfig config) {
        this.throttle = throttle;
        this.config = config.entry();
    }

    /** Counts a try from where the request came; TOO_MANY_TRIES if it is one too many. */
    void count(HttpServerRequest request) {
        throttle.count(config.window(), List.of(ofAddress(request)));
    }

    /** Counts a try with an account too, known or not. */
    void count(String email, HttpServerRequest request) {
        List<Tries> tries = new ArrayList<>(List.of(ofAddress(request)));
        tries.add(new Tries("log-in of " + shortened(email.toLowerCase(Locale.ROOT)), config.triesOfAccount()));
        throttle.count(config.window(), tries);
    }

    private Tries ofAddress(HttpServerRequest request) {
        return new Tries("log-in from " + Addresses.network(Addresses.of(request)), config.triesOfAddress());
    }

    /** An address is not kept where a number tells it as well. */
    private static String shortened(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
