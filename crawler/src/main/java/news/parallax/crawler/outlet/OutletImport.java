package news.parallax.crawler.outlet;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import news.parallax.crawler.CrawlerConfig;

/** Brings outlets, their ratings and feeds into the catalog: those that the settings name. */
@Singleton
public class OutletImport {

    private static final Outlets NO_OUTLETS = new Outlets(List.of(), List.of(), List.of());

    private final OutletClient catalog;
    private final CrawlerConfig config;

    OutletImport(OutletClient catalog, CrawlerConfig config) {
        this.catalog = catalog;
        this.config = config;
    }

    /** Imports; waits for the catalog as long as it takes. Doing it again changes nothing. */
    public void run() throws InterruptedException {
        Outlets outlets = outlets();
        while (!catalog.importAll(outlets)) {
            Thread.sleep(config.pollInterval());
        }
    }

    private Outlets outlets() {
        return switch (config.outlets()) {
            case "none" -> NO_OUTLETS;
            case "sample" -> Outlets.bundled("sample/outlets.yaml");
            default -> written(Path.of(config.outlets()));
        };
    }

    private static Outlets written(Path file) {
        try {
            return Outlets.read(file);
        } catch (IOException e) {
            Log.errorf("no outlets imported file=%s reason=\"%s\"", file, e.getMessage());
            return NO_OUTLETS;
        }
    }
}
