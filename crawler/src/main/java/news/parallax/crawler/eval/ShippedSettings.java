package news.parallax.crawler.eval;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import news.parallax.crawler.CrawlerConfig;

/** The crawler's settings as shipped: what is measured is what people get. */
final class ShippedSettings {

    private ShippedSettings() {}

    static CrawlerConfig read() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(CrawlerConfig.class)
                .build()
                .getConfigMapping(CrawlerConfig.class);
    }
}
