package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.source.SourceRepository;

/** Lets readers rate sources otherwise. To be called in a transaction. */
@Singleton
class RatingOverrides {
    private final ReaderRepository readers;
    private final RatingOverrideRepository overrides;
    private final SourceRepository sources;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    RatingOverrides(
            ReaderRepository readers,
            RatingOverrideRepository overrides,
            SourceRepository sources,
            CatalogConfig config,
            InstantSource clock) {
        this.readers = readers;
        this.overrides = overrides;
        this.sources = sources;
        this.config = config.reader();
        this.clock = clock;
    }

    RatingOverrideEntity set(String readerId, String sourceId, BiasStep bias) {
        readers.requireLocked(readerId);
        String id = sources.requireHeld(sourceId).id;
        RatingOverrideEntity override = overrides
                .findByIdOptional(new RatingOverrideEntity.Key(readerId, id))
                .orElseGet(() -> add(readerId, id));
        if (override.bias != bias) {
            override.bias = bias;
            override.setTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
        overrides.persist(override);
        return override;
    }

    void delete(String readerId, String sourceId) {
        readers.requireLocked(readerId);
        overrides.deleteById(new RatingOverrideEntity.Key(readerId, sources.idOf(sourceId)));
    }

    private RatingOverrideEntity add(String readerId, String sourceId) {
        OneMore.of("TOO_MANY_RATING_OVERRIDES", overrides.count(readerId), config.ratingOverridesMax());
        var override = new RatingOverrideEntity();
        override.readerId = readerId;
        override.sourceId = sourceId;
        return override;
    }
}
