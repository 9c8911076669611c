package news.parallax.catalog.feed;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import news.parallax.catalog.CatalogConfig;

/** The settings of feeds as they are shipped. */
final class FeedSettings {
    private FeedSettings() {}

    static CatalogConfig.Feeds shipped() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(CatalogConfig.class)
                .build()
                .getConfigMapping(CatalogConfig.class)
                .feeds();
    }
}
