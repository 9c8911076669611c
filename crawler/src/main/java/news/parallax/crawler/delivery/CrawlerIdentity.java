package news.parallax.crawler.delivery;

import jakarta.inject.Singleton;
import java.util.UUID;

/** By which name the catalog tells this run of the crawler from others. */
@Singleton
public final class CrawlerIdentity {

    private final String id = UUID.randomUUID().toString();

    String id() {
        return id;
    }
}
