package news.parallax.clusterer;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import news.parallax.clusterer.article.ArticleMessages.Received;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.RecordOutcome;
import news.parallax.clusterer.catalog.StoryClient;
import news.parallax.clusterer.catalog.StoryMessages.Placed;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.story.Assignment;
import news.parallax.clusterer.story.Assignment.Founded;
import news.parallax.clusterer.story.Assignment.Joined;
import news.parallax.clusterer.story.Assignment.Repeated;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.story.StoryChange;
import news.parallax.clusterer.text.Document;

/**
 * Start here: analyzes articles, assigns them to stories, has the catalog store both. Analysis runs beside itself; from
 * the assignment to the catalog's receipt there is one writer, so that what is remembered is what is stored.
 */
@Singleton
public final class Clusterer {

    private final AnalysisThreads analysis;
    private final StoryClient catalog;
    private final AssignmentRules rules;
    private final ReentrantLock writer = new ReentrantLock(true);
    private StoryAssigner assigner;

    Clusterer(AnalysisThreads analysis, StoryClient catalog, AssignmentRules rules) {
        this.analysis = analysis;
        this.catalog = catalog;
        this.rules = rules;
        this.assigner = new StoryAssigner(rules);
    }

    /**
     * An article ready to be filed.
     *
     * @param received the article
     * @param document the same, analyzed
     */
    public record Analyzed(Received received, Document document) {}

    /** Analyzes articles: costly, changes nothing. */
    public List<Analyzed> analyze(List<Received> articles) {
        List<Document> documents = analysis.analyze(articles.stream()
                .map(received -> new AnalysisThreads.Task(received.text(), Optional.empty()))
                .toList());
        return IntStream.range(0, articles.size())
                .mapToObj(i -> new Analyzed(articles.get(i), documents.get(i)))
                .toList();
    }

    /**
     * Assigns articles to stories and has the catalog store them; returns when it has committed.
     *
     * @return one outcome for each article, in order
     * @throws CatalogFailure if nothing could be stored; then nothing is remembered of the articles either
     */
    public List<Outcome> file(List<Analyzed> articles) {
        writer.lock();
        try {
            var batch = new Batch();
            articles.forEach(batch::assign);
            Map<String, Outcome> outcomes = batch.record();
            if (assigner.isConsolidationDue()) {
                consolidate();
            }
            return articles.stream()
                    .map(article -> outcomes.get(article.document().article().id()))
                    .toList();
        } finally {
            writer.unlock();
        }
    }

    /**
     * Looks again at the stories that got articles, and has the catalog change what has to be. What it cannot change now
     * is looked at again the next time.
     *
     * @return how many changes were made
     */
    public int consolidate() {
        writer.lock();
        try {
            List<StoryChange> changes = assigner.consolidate();
            int made = 0;
            try {
                for (StoryChange change : changes) {
                    made += make(change) ? 1 : 0;
                }
                tellAnew(changes);
            } catch (CatalogFailure e) {
                Log.warnf("stories not changed now made=%d of=%d reason=%s", made, changes.size(), e.getMessage());
                changes.forEach(this::touch);
            }
            return made;
        } finally {
            writer.unlock();
        }
    }

    /** Returns whether the catalog made a change; one that it refuses does not stop the others. */
    private boolean make(StoryChange change) {
        try {
            catalog.change(change);
            assigner.apply(change);
            Log.infof("stories changed %s", change);
            return true;
        } catch (CatalogFailure e) {
            if (e.isPassing()) {
                throw e;
            }
            Log.warnf("stories not changed %s reason=%s", change, e.getMessage());
            touch(change);
            return false;
        }
    }

    private void touch(StoryChange change) {
        change.storyIds().forEach(assigner::touch);
    }

    private void tellAnew(List<StoryChange> changes) {
        changes.stream()
                .flatMap(change -> change.storyIds().stream())
                .distinct()
                .flatMap(storyId -> assigner.story(storyId).stream())
                .map(Digest::of)
                .forEach(catalog::update);
    }

    /**
     * Reads the window back from the catalog, in place of what was remembered.
     *
     * @return how many articles
     * @throws CatalogFailure if the catalog is away
     */
    public int rebuild() {
        writer.lock();
        try {
            assigner = new StoryAssigner(rules);
            return catalog.replayWindow(this::restore);
        } finally {
            writer.unlock();
        }
    }

    private void restore(List<Placed> articles) {
        List<Document> documents = analysis.analyze(articles.stream()
                .map(placed -> new AnalysisThreads.Task(placed.received().text(), placed.vector()))
                .toList());
        for (int i = 0; i < articles.size(); i++) {
            assigner.restore(documents.get(i), articles.get(i).membership());
        }
    }

    /** Articles that are stored together. Belongs to the writer. */
    private final class Batch {

        /** Each article once, as it came last. */
        private final Map<String, Placed> placed = new LinkedHashMap<>();

        private final Set<String> newcomers = new LinkedHashSet<>();
        private final Set<String> changedStories = new LinkedHashSet<>();
        private final Map<String, Outcome> outcomes = new HashMap<>();

        void assign(Analyzed article) {
            Document document = article.document();
            String id = document.article().id();
            Assignment assignment = assigner.assign(document);
            switch (assignment) {
                case Founded _, Joined _ -> newcomers.add(id);
                case Repeated _ -> {}
            }
            if (changesStory(assignment)) {
                changedStories.add(assignment.membership().storyId());
            }
            placed.put(id, new Placed(article.received(), document.vector(), assignment.membership()));
        }

        Map<String, Outcome> record() {
            try {
                while (!placed.isEmpty()) {
                    switch (catalog.record(List.copyOf(placed.values()), digests())) {
                        case RecordOutcome.Recorded recorded -> {
                            recorded.receipts().forEach(this::accept);
                            return outcomes;
                        }
                        case RecordOutcome.Refused refused -> refuse(refused);
                    }
                }
                return outcomes;
            } catch (RuntimeException e) {
                newcomers.forEach(assigner::withdraw);
                throw e;
            }
        }

        private List<Digest> digests() {
            return changedStories.stream()
                    .flatMap(storyId -> assigner.story(storyId).stream())
                    .map(Digest::of)
                    .toList();
        }

        /** The catalog knows better: an article stays in the story where it was first stored. */
        private void accept(RecordOutcome.Receipt receipt) {
            Placed article = require(receipt.articleId());
            if (!receipt.storyId().equals(article.membership().storyId())) {
                assigner.move(receipt.articleId(), receipt.storyId());
            }
            outcomes.put(receipt.articleId(), new Outcome.Stored(receipt.storyId(), receipt.created()));
        }

        private void refuse(RecordOutcome.Refused refused) {
            require(refused.articleId());
            Log.warnf("article refused by the catalog article=%s reason=%s", refused.articleId(), refused.reason());
            placed.remove(refused.articleId());
            if (newcomers.remove(refused.articleId())) {
                assigner.withdraw(refused.articleId());
            }
            outcomes.put(refused.articleId(), new Outcome.Refused(refused.reason(), refused.message()));
        }

        private Placed require(String articleId) {
            return Optional.ofNullable(placed.get(articleId))
                    .orElseThrow(
                            () -> new IllegalStateException("the catalog names an article not sent: " + articleId));
        }
    }

    private static boolean changesStory(Assignment assignment) {
        return switch (assignment) {
            case Founded _, Joined _ -> true;
            case Repeated repeated -> repeated.changed();
        };
    }
}
