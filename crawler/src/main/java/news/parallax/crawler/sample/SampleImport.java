package news.parallax.crawler.sample;

import jakarta.inject.Singleton;
import news.parallax.crawler.CrawlerConfig;

/** Brings the outlets of the sample edition, their ratings and feeds into the catalog. */
@Singleton
public class SampleImport {

    private final EditionClient catalog;
    private final CrawlerConfig config;

    SampleImport(EditionClient catalog, CrawlerConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    /** Imports; waits for the catalog as long as it takes. Doing it again changes nothing. */
    public void run() throws InterruptedException {
        Outlets outlets = SampleEdition.readOutlets();
        while (!catalog.importAll(outlets)) {
            Thread.sleep(config.pollInterval());
        }
    }
}
