package news.parallax.clusterer;

import io.quarkus.logging.Log;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.RecordOutcome;
import news.parallax.clusterer.catalog.StoryMessages.Placed;
import news.parallax.clusterer.digest.Digest;
import news.parallax.clusterer.digest.model.ModelDigests;
import news.parallax.clusterer.metrics.ClustererMetrics;
import news.parallax.clusterer.metrics.ClustererMetrics.Assigned;
import news.parallax.clusterer.story.Assignment;
import news.parallax.clusterer.story.Assignment.Founded;
import news.parallax.clusterer.story.Assignment.Joined;
import news.parallax.clusterer.story.Assignment.Repeated;
import news.parallax.clusterer.story.Explanation;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Document;

/** Articles that are assigned one by one and stored together. Belongs to the writer. */
final class Batch {

    /** Each article once, as it came last. */
    private final Map<String, Placed> placed = new LinkedHashMap<>();

    private final Map<String, Document> newcomers = new LinkedHashMap<>();
    private final Set<String> changedStories = new LinkedHashSet<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final StoryAssigner assigner;
    private final Telling telling;
    private final ModelDigests models;
    private final Instant now;

    Batch(StoryAssigner assigner, Telling telling, ModelDigests models, Instant now) {
        this.assigner = assigner;
        this.telling = telling;
        this.models = models;
        this.now = now;
    }

    /** Has articles and what their stories say stored in one transaction. */
    interface Recorder {

        RecordOutcome record(List<Placed> articles, List<Digest> digests);
    }

    void assign(Clusterer.Analyzed article) {
        Document document = article.document();
        String id = document.article().id();
        Assignment assignment = assigner.assign(document);
        Optional<Explanation> explanation = switch (assignment) {
            case Founded founded -> Optional.of(founded.explanation());
            case Joined joined -> Optional.of(joined.explanation());
            case Repeated _ -> Optional.ofNullable(placed.get(id)).flatMap(Placed::explanation);
        };
        if (!(assignment instanceof Repeated)) {
            newcomers.put(id, document);
        }
        if (changesStory(assignment)) {
            changedStories.add(assignment.membership().storyId());
        }
        ClustererMetrics.assigned(outcome(assignment));
        telling.observe(document.article(), assignment.membership().storyId());
        placed.put(id, new Placed(article.received(), assigner.vectorOf(id), assignment.membership(), explanation));
    }

    /** Has all stored but what the catalog refuses; returns what became of each article. */
    Map<String, Outcome> record(Recorder recorder) {
        while (!placed.isEmpty()) {
            switch (recordWith(recorder)) {
                case RecordOutcome.Recorded recorded -> {
                    telling.stored(changed(), now);
                    recorded.receipts().forEach(this::accept);
                    changedStories.forEach(storyId -> assigner.story(storyId).ifPresent(models::offer));
                    return outcomes;
                }
                case RecordOutcome.Refused refused -> refuse(refused);
            }
        }
        return outcomes;
    }

    private RecordOutcome recordWith(Recorder recorder) {
        try {
            return recorder.record(List.copyOf(placed.values()), telling.due(changed(), now));
        } catch (CatalogFailure e) {
            assigner.doubt(newcomers.values());
            throw e;
        }
    }

    private List<OpenStory> changed() {
        return changedStories.stream()
                .flatMap(storyId -> assigner.story(storyId).stream())
                .toList();
    }

    /** The catalog knows better: an article stays in the story where it was first stored. */
    private void accept(RecordOutcome.Receipt receipt) {
        Placed article = require(receipt.articleId());
        if (!receipt.storyId().equals(article.membership().storyId())) {
            assigner.move(receipt.articleId(), receipt.storyId());
            telling.await(receipt.storyId());
        }
        outcomes.put(receipt.articleId(), new Outcome.Stored(receipt.storyId(), receipt.created()));
    }

    private void refuse(RecordOutcome.Refused refused) {
        require(refused.articleId());
        Log.warnf("article refused by the catalog article=%s reason=%s", refused.articleId(), refused.reason());
        placed.remove(refused.articleId());
        Optional.ofNullable(newcomers.remove(refused.articleId())).ifPresent(assigner::withdraw);
        outcomes.put(refused.articleId(), new Outcome.Refused(refused.reason(), refused.message()));
    }

    private Placed require(String articleId) {
        return Optional.ofNullable(placed.get(articleId))
                .orElseThrow(() -> new IllegalStateException("the catalog names an article not sent: " + articleId));
    }

    private static Assigned outcome(Assignment assignment) {
        return switch (assignment) {
            case Founded _ -> Assigned.FOUNDED;
            case Joined joined -> joined.membership().copyOf().isPresent() ? Assigned.COPY : Assigned.JOINED;
            case Repeated _ -> Assigned.REPEATED;
        };
    }

    private static boolean changesStory(Assignment assignment) {
        return switch (assignment) {
            case Founded _, Joined _ -> true;
            case Repeated repeated -> repeated.changed();
        };
    }
}
