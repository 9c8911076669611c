package news.parallax.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. Addresses that are none reach it, so that it can refuse them in words: the HTTP layer has none. */
@QuarkusMain
public final class Main {
    Main() {}

    public static void main(String... args) {
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
