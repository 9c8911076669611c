package news.parallax.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.security.Security;

/**
 * Starts the gateway. Addresses that are none reach it, so that it can refuse them in words: the HTTP layer has none. Where the
 * copies of a service are is remembered for seconds: the JVM and gRPC would for half a minute, in which all may be replaced.
 */
@QuarkusMain
public final class Main {
    private static final String NAMES_KEPT_SECONDS = "networkaddress.cache.ttl";

    Main() {}

    public static void main(String... args) {
        System.setProperty("vertx.disableURIValidation", "true");
        Security.setProperty(NAMES_KEPT_SECONDS, "5"); // read by the JVM
        System.setProperty(NAMES_KEPT_SECONDS, "5"); // read by gRPC
        Quarkus.run(args);
    }
}
