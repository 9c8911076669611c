package news.parallax.crawler;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Gives every bean the time. */
final class CrawlerClock {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
