package news.parallax.clusterer;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.RecordOutcome;
import news.parallax.clusterer.catalog.RegroupingClient;
import news.parallax.clusterer.catalog.StoryClient;
import news.parallax.clusterer.catalog.StoryMessages.Placed;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.digest.DigestRules;
import news.parallax.clusterer.digest.Outlets;
import news.parallax.clusterer.digest.model.ModelDigest;
import news.parallax.clusterer.digest.model.ModelDigests;
import news.parallax.clusterer.metrics.ClustererMetrics;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.story.Reconsidered;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.story.StoryChange;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Translation;
import news.parallax.clusterer.text.Vector;
import news.parallax.clusterer.translation.Translations;

/**
 * Start here: analyzes articles, assigns them to stories, has the catalog store both. Analysis runs beside itself; from
 * the assignment to the catalog's receipt there is one writer, so that what is remembered is what is stored.
 */
@Singleton
public final class Clusterer {

    private final Translations translations;
    private final AnalysisThreads analysis;
    private final StoryClient catalog;
    private final RegroupingClient regrouping;
    private final ModelDigests models;
    private final InstantSource clock;
    private final Telling telling;
    private final StoredWindow window;
    private final ReentrantLock writer = new ReentrantLock(true);

    Clusterer(
            Translations translations,
            AnalysisThreads analysis,
            StoryClient catalog,
            RegroupingClient regrouping,
            AssignmentRules rules,
            DigestRules digestRules,
            ModelDigests models,
            InstantSource clock) {
        this.translations = translations;
        this.analysis = analysis;
        this.catalog = catalog;
        this.regrouping = regrouping;
        this.models = models;
        this.clock = clock;
        this.telling = new Telling(catalog, digestRules, models, clock);
        var reader = new WindowReader(catalog, analysis, translations, telling, rules.windowArticles());
        this.window = new StoredWindow(catalog, regrouping, reader, telling, rules);
        ClustererMetrics.gauge(
                "window.articles",
                "Articles remembered",
                () -> window.assigner().size());
    }

    /**
     * An article ready to be filed.
     *
     * @param received the article
     * @param document the same, analyzed
     */
    public record Analyzed(Received received, Document document) {}

    /**
     * Has articles translated as far as that is wanted, and analyzes them: costly, changes nothing. What repeats a text that
     * is known costs less.
     */
    public List<Analyzed> analyze(List<Received> received) {
        return read(translate(received).stream()
                .map(article -> new HandedOver(article, Optional.empty()))
                .toList());
    }

    /**
     * An article that another copy has translated, and whose vector it has made.
     *
     * @param vector empty if it has none
     */
    public record HandedOver(Received received, Optional<Vector> vector) {}

    /** Analyzes what another copy has prepared; makes only the vectors that are missing. */
    public List<Analyzed> read(List<HandedOver> articles) {
        List<Document> documents = analysis.analyze(
                articles.stream()
                        .map(article ->
                                new AnalysisThreads.Task(article.received().text(), article.vector()))
                        .toList(),
                assigner().texts());
        return IntStream.range(0, articles.size())
                .mapToObj(i -> new Analyzed(articles.get(i).received(), documents.get(i)))
                .toList();
    }

    private List<Received> translate(List<Received> articles) {
        List<Optional<Translation>> made =
                translations.of(articles.stream().map(Received::text).toList());
        return IntStream.range(0, articles.size())
                .mapToObj(i -> made.get(i).map(articles.get(i)::with).orElse(articles.get(i)))
                .toList();
    }

    /**
     * Assigns articles to stories and has the catalog store them; returns when it has committed.
     *
     * @return one outcome for each article, in order
     * @throws CatalogFailure if not all could be stored; the window is put right before the next are assigned
     */
    public List<Outcome> file(List<Analyzed> articles) {
        writer.lock();
        try {
            putRightIfInDoubt();
            Map<String, Outcome> outcomes = new HashMap<>();
            Batch batch = batch();
            for (Analyzed article : articles) {
                batch.assign(article);
                if (assigner().isConsolidationDue()) {
                    // After this very article, so that it does not matter how the stream was cut into batches.
                    outcomes.putAll(batch.record(this::record));
                    batch = batch();
                    lookIfDue();
                }
            }
            outcomes.putAll(batch.record(this::record));
            return articles.stream()
                    .map(article -> outcomes.get(article.document().article().id()))
                    .toList();
        } finally {
            writer.unlock();
        }
    }

    private Batch batch() {
        return new Batch(assigner(), telling, models, clock.instant());
    }

    private RecordOutcome record(List<Placed> articles, List<Digest> digests) {
        return window.inDoubtUntilAnswered(() -> catalog.record(articles, digests));
    }

    /**
     * Looks again at the stories that got articles, and has the catalog change what has to be, but for what editors decided.
     * Is done another time if the catalog is away.
     *
     * @return how many changes were made
     */
    public int consolidate() {
        writer.lock();
        try {
            putRightIfInDoubt();
            return ClustererMetrics.consolidation(this::look);
        } catch (CatalogFailure e) {
            Log.warnf("stories not looked at now reason=%s", e.getMessage());
            return 0;
        } finally {
            writer.unlock();
        }
    }

    private void lookIfDue() {
        if (assigner().isConsolidationDue() && !window.isInDoubt()) {
            ClustererMetrics.consolidation(this::look);
        }
    }

    private int look() {
        window.learn();
        return assigner().hasNewcomers() ? change(assigner().consolidate()) : 0;
    }

    private int change(List<StoryChange> changes) {
        return window.inDoubtUntilAnswered(() -> {
            List<StoryChange> made = regrouping.consolidate(changes);
            made.forEach(change -> {
                assigner().apply(change);
                Log.infof("stories changed %s", change);
            });
            telling.tellLater(
                    made.stream().flatMap(change -> change.storyIds().stream()).collect(Collectors.toSet()),
                    assigner());
            forgetResting();
            return made.size();
        });
    }

    /** What of stories that the window forgets still waits to be told is told now. */
    private void forgetResting() {
        List<OpenStory> resting = assigner().resting();
        explain(assigner().reconsider(resting));
        resting.stream().filter(story -> telling.awaits(story.id())).forEach(telling::tell);
        assigner().forgetResting();
    }

    private void putRightIfInDoubt() {
        if (window.isInDoubt()) {
            long start = System.nanoTime();
            int articles = putRight();
            Log.infof(
                    "window put right after a failure articles=%d millis=%d",
                    articles, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    /**
     * Tells some stories that changed and were not told with their articles; what cannot be told now waits on.
     *
     * @return whether more wait that could be told
     */
    public boolean tellWaiting() {
        writer.lock();
        try {
            return !window.isInDoubt() && telling.tellWaiting(assigner()::story);
        } finally {
            writer.unlock();
        }
    }

    /**
     * Tells the catalog of some articles why they are where they are now; what it cannot take waits on. Whose story changes
     * again while they wait are told of once.
     *
     * @return whether more wait that could be explained, and nobody waits for this
     */
    public boolean explainWaiting() {
        writer.lock();
        try {
            return !window.isInDoubt() && explain(assigner().reconsider()) && !writer.hasQueuedThreads();
        } finally {
            writer.unlock();
        }
    }

    private boolean explain(List<Reconsidered> articles) {
        try {
            catalog.explain(articles);
            return !articles.isEmpty();
        } catch (CatalogFailure e) {
            Log.warnf("articles not explained anew articles=%d reason=%s", articles.size(), e.getMessage());
            if (e.isPassing()) {
                assigner().reconsiderLater(articles);
            }
            return false;
        }
    }

    /** Takes over what is known of outlets; if it differs, the stories that can have sides are told anew. */
    public void know(Outlets outlets) {
        writer.lock();
        try {
            telling.know(outlets, assigner().stories());
        } finally {
            writer.unlock();
        }
    }

    /** Has the catalog take what a model says of a story, as far as it still holds. If the catalog is away, it is lost. */
    public void tell(ModelDigest digest) {
        writer.lock();
        try {
            assigner().story(digest.storyId()).flatMap(digest::in).ifPresent(catalog::update);
        } catch (CatalogFailure e) {
            Log.warnf("model's digest not stored story=%s reason=%s", digest.storyId(), e.getMessage());
        } finally {
            writer.unlock();
        }
    }

    /**
     * Begins to write under a lease: takes over all that was written under earlier ones.
     *
     * @return how many articles are remembered
     * @throws CatalogFailure if the catalog is away
     */
    public int lead(long leaseToken) {
        writer.lock();
        try {
            window.lead(leaseToken);
            lookIfDue();
            return assigner().size();
        } finally {
            writer.unlock();
        }
    }

    /**
     * Takes over what another copy has done, so that little is left to be read when this one has to lead.
     *
     * @param wanted whether another copy leads: looked at when nothing else is being done
     * @return how many articles are remembered
     * @throws CatalogFailure if the catalog is away
     */
    public int follow(BooleanSupplier wanted) {
        writer.lock();
        try {
            if (wanted.getAsBoolean()) {
                window.follow();
            }
            return assigner().size();
        } finally {
            writer.unlock();
        }
    }

    /**
     * Takes over what the catalog has, whatever was remembered, and goes on where it was left: looks at stories again if that was
     * due, and tells those anew that were changed last.
     *
     * @return how many articles
     * @throws CatalogFailure if the catalog is away
     */
    public int putRight() {
        writer.lock();
        try {
            window.putRight();
            lookIfDue();
            return assigner().size();
        } finally {
            writer.unlock();
        }
    }

    private StoryAssigner assigner() {
        return window.assigner();
    }
}
