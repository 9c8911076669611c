package news.parallax.catalog.reader;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.story.StoryRedirectRepository;
import news.parallax.catalog.story.StoryRepository;

/** Keeps the stories that readers saved. To be called in a transaction. */
@Singleton
class SavedStories {
    private final ReaderRepository readers;
    private final SavedStoryRepository saved;
    private final StoryRepository stories;
    private final StoryRedirectRepository redirects;
    private final CatalogConfig.Reader config;
    private final InstantSource clock;

    SavedStories(
            ReaderRepository readers,
            SavedStoryRepository saved,
            StoryRepository stories,
            StoryRedirectRepository redirects,
            CatalogConfig config,
            InstantSource clock) {
        this.readers = readers;
        this.saved = saved;
        this.stories = stories;
        this.redirects = redirects;
        this.config = config.reader();
        this.clock = clock;
    }

    void save(String readerId, String storyId) {
        readers.requireLocked(readerId);
        String remaining = stories.require(storyId).id;
        if (saved.holds(readerId, remaining)) {
            return;
        }
        OneMore.of("TOO_MANY_SAVED_STORIES", saved.count(readerId), config.savedStoriesMax());
        var row = new SavedStoryEntity();
        row.readerId = readerId;
        row.storyId = remaining;
        row.saveTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
        saved.persist(row);
    }

    void unsave(String readerId, String storyId) {
        readers.requireLocked(readerId);
        saved.remove(readerId, redirects.targetOf(storyId));
    }
}
