package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.coverage.Percents;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.reader.ReadingRepository.Item;
import news.parallax.catalog.reader.ReadingRepository.Period;
import news.parallax.catalog.reader.ReadingRepository.SourceCount;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.story.StoryRedirectRepository;
import news.parallax.catalog.story.StoryRepository;

/** Remembers what readers read, and counts it. To be called in a transaction. */
@Singleton
class Readings {
    private final ReaderRepository readers;
    private final ReadingRepository readings;
    private final StoryRepository stories;
    private final SourceRepository sources;
    private final StoryRedirectRepository redirects;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    Readings(
            ReaderRepository readers,
            ReadingRepository readings,
            StoryRepository stories,
            SourceRepository sources,
            StoryRedirectRepository redirects,
            CatalogConfig config,
            InstantSource clock) {
        this.readers = readers;
        this.readings = readings;
        this.stories = stories;
        this.sources = sources;
        this.redirects = redirects;
        this.config = config.reader();
        this.clock = clock;
    }

    /**
     * What a reader read, by bias.
     *
     * @param sources of the articles, most read first
     * @param stories whose page or article was read
     */
    record Balance(List<SourceCount> sources, int stories) {
        int articles() {
            return articles(_ -> true);
        }

        int unrated() {
            return articles(source -> source.bias() == null);
        }

        int on(CoverageSide side) {
            return articles(source -> source.bias() != null && source.bias().side() == side);
        }

        Percents percents() {
            return Percents.of(on(CoverageSide.LEFT), on(CoverageSide.CENTER), on(CoverageSide.RIGHT));
        }

        private int articles(Predicate<SourceCount> which) {
            return sources.stream()
                    .filter(which)
                    .mapToInt(SourceCount::articles)
                    .sum();
        }
    }

    void recordStory(String readerId, String storyId) {
        readers.requireLocked(readerId);
        String id = stories.require(storyId).id;
        write(readerId, id, new Item(id, ""));
    }

    void recordArticle(String readerId, String articleId) {
        readers.requireLocked(readerId);
        Item item = readings.item(articleId)
                .orElseThrow(() -> new NotFound(
                        "ARTICLE_NOT_FOUND",
                        "There is no article %s".formatted(articleId),
                        Map.of("article_id", articleId)));
        sources.hold(item.sourceId());
        write(readerId, articleId, item);
    }

    /** Returns how much was forgotten. */
    int forget(String readerId, Period period, Optional<String> storyId) {
        readers.requireLocked(readerId);
        return storyId.map(id -> readings.forget(readerId, period, redirects.targetOf(id)))
                .orElseGet(() -> readings.forget(readerId, period));
    }

    Balance balance(String readerId, Period period) {
        readers.require(readerId);
        return new Balance(readings.sources(readerId, period), readings.stories(readerId, period));
    }

    private void write(String readerId, String itemId, Item item) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReadingEntity reading = readings.findByIdOptional(new ReadingEntity.Key(readerId, itemId))
                .orElseGet(ReadingEntity::new);
        reading.readerId = readerId;
        reading.itemId = itemId;
        reading.storyId = item.storyId();
        reading.sourceId = item.sourceId();
        reading.readTime = now;
        readings.persistAndFlush(reading);
        readings.prune(readerId, now.minus(config.historyAge()), config.historyMax());
    }
}
