package news.parallax.catalog;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The settings, for what has to know them before the service starts or without it. */
public final class EarlySettings {
    /** Names the database; without it the embedded one runs. */
    public static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static final String USERNAME = "quarkus.datasource.username";
    public static final String PASSWORD = "quarkus.datasource.password";

    private EarlySettings() {}

    /** Returns the settings that the service reads when it starts. */
    public static SmallRyeConfig read() {
        List<ConfigSource> sources = new ArrayList<>();
        ConfigProvider.getConfig().getConfigSources().forEach(sources::add);
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(sources)
                .withMapping(CatalogConfig.class)
                .build();
    }
}
