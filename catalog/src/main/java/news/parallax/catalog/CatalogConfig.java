package news.parallax.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Every setting of the catalog. */
@ConfigMapping(prefix = "parallax.catalog")
public interface CatalogConfig {
    /** Folder of the embedded PostgreSQL, which runs if {@code quarkus.datasource.jdbc.url} is not set. */
    @WithDefault(".parallax/catalog")
    Path data();

    /** How long the embedded PostgreSQL may take to start, recovery after a crash included. */
    @WithDefault("5m")
    Duration databaseStartLimit();

    /** When a story counts as one that a side hardly covers. */
    Gap gap();

    /** How the stories of the front page are ordered. */
    Top top();

    /** The rule for coverage gaps. */
    interface Gap {
        /** At least so many rated sources. */
        @WithDefault("7")
        int ratedSourcesMin();

        /** The smaller side has at most this share of rated sources, percent. */
        @WithDefault("20")
        int sidePercentMax();

        /** Left and right are at least so many points apart. */
        @WithDefault("20")
        int differenceMin();

        /** At least so many sources of HIGH or VERY_HIGH factuality. */
        @WithDefault("1")
        int factualSourcesMin();
    }

    /** Weights of the front page. */
    interface Top {
        /** What e times as many independent sources are worth, in time. */
        @WithDefault("12h")
        Duration sourcesWeight();
    }
}
