package news.parallax.clusterer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.StoryClient;
import news.parallax.clusterer.catalog.StoryMessages.Place;
import news.parallax.clusterer.catalog.StoryMessages.Replayed;
import news.parallax.clusterer.metrics.ClustererMetrics;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.translation.Translations;

/**
 * Reads a window from the catalog, all at once or, while another copy assigns, bit by bit. What is read in bits is
 * what stories have been looked at with; with that done as often as it was by the one that assigns, the window comes to be
 * the same. Belongs to the writer.
 */
final class WindowReader {

    private final StoryClient catalog;
    private final AnalysisThreads analysis;
    private final Translations translations;
    private final Telling telling;
    private final int windowArticles;
    private long lastArrival;

    WindowReader(
            StoryClient catalog,
            AnalysisThreads analysis,
            Translations translations,
            Telling telling,
            int windowArticles) {
        this.catalog = catalog;
        this.analysis = analysis;
        this.translations = translations;
        this.telling = telling;
        this.windowArticles = windowArticles;
    }

    /**
     * Reads what has come since the last time and has been looked at.
     *
     * @throws CatalogFailure if the catalog goes away; the next time goes on there
     */
    void readLookedAt(StoryAssigner window) {
        catalog.replayWindow(lastArrival, windowArticles, articles -> {
            List<Replayed> lookedAt =
                    articles.stream().takeWhile(article -> !article.fresh()).toList();
            restore(window, lookedAt);
            return lookedAt.size() == articles.size();
        });
        window.forgetResting();
    }

    /**
     * Reads all that has come since the last time.
     *
     * @throws CatalogFailure if the catalog goes away
     */
    void readAll(StoryAssigner window) {
        catalog.replayWindow(lastArrival, windowArticles, articles -> {
            restore(window, articles);
            return true;
        });
        if (!window.hasNewcomers()) {
            window.forgetResting();
        }
    }

    /**
     * Puts right what is remembered: forgets what was not stored, and takes over what has changed of the rest, which is stories,
     * what editors decided, texts, and whether stories were looked at since. What is stored and neither remembered nor resting came
     * after all that is remembered, as batches are stored whole and one copy writes at a time; so it can be read from there on.
     *
     * @throws CatalogFailure if the catalog goes away; the next time finds the rest
     */
    void putRight(StoryAssigner window) {
        if (window.size() == 0) {
            return;
        }
        Set<String> stored = new HashSet<>();
        List<Place> outdated = new ArrayList<>();
        window.forgetNewcomers();
        catalog.replayPlaces(places -> places.stream()
                .filter(place -> window.storyIdOf(place.articleId()).isPresent())
                .forEach(place -> {
                    stored.add(place.articleId());
                    putRight(window, place);
                    if (window.isOutdated(place.articleId(), place.title(), place.contentHash())) {
                        outdated.add(place);
                    }
                }));
        window.keepOnly(stored);
        for (Place place : outdated) {
            catalog.replayWindow(place.arrival() - 1, 1, articles -> {
                documents(articles).forEach(window::assign);
                return true;
            });
        }
    }

    private void putRight(StoryAssigner window, Place place) {
        lastArrival = Math.max(lastArrival, place.arrival());
        window.place(place.articleId(), place.membership());
        window.learn(place.placement());
        if (place.fresh()) {
            window.touch(place.articleId());
        }
    }

    private void restore(StoryAssigner window, List<Replayed> articles) {
        ClustererMetrics.windowRead(articles.size());
        List<Document> documents = documents(articles);
        for (int i = 0; i < articles.size(); i++) {
            Replayed replayed = articles.get(i);
            if (replayed.fresh() && !window.hasNewcomers()) {
                window.forgetResting();
            }
            window.restore(documents.get(i), replayed.membership());
            window.learn(replayed.placement());
            telling.observe(replayed.received().text(), replayed.membership().storyId());
            if (replayed.fresh()) {
                window.touch(replayed.placement().articleId());
            }
            translations.remember(replayed.received().text());
            lastArrival = replayed.arrival();
        }
    }

    private List<Document> documents(List<Replayed> articles) {
        return analysis.analyze(articles.stream()
                .map(replayed -> new AnalysisThreads.Task(replayed.received().text(), replayed.vector()))
                .toList());
    }
}
