package news.parallax.gateway.error;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses addresses that are none in words, as those with broken escapes: before a route is found there are no words. They are
 * led to an address that is whole, where refusals are told.
 */
@Singleton
public class AddressLimit {
    private static final String BROKEN = "news.parallax.gateway.broken-address";

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(AddressLimit::check);
    }

    private static void check(RoutingContext exchange) {
        String address = exchange.request().uri();
        if (!refuses(exchange) && broken(address)) {
            exchange.put(BROKEN, true);
            exchange.reroute(address.startsWith("/v1/") ? "/v1/" : "/");
        } else {
            exchange.next();
        }
    }

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request, RoutingContext exchange) {
        if (refuses(exchange)) {
            throw new RequestRefused(
                    ProblemCode.ADDRESS_INVALID,
                    "The address is none: % has to be followed by two hexadecimal digits, and some characters have to be written so.",
                    Map.of());
        }
    }

    /** Whether the exchange is only there to be refused, whatever its address is by now. */
    public static boolean refuses(RoutingContext exchange) {
        return exchange.get(BROKEN) != null;
    }

    private static boolean broken(String address) {
        try {
            new URI(address);
            return false;
        } catch (URISyntaxException e) {
            return true;
        }
    }
}
