package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import news.parallax.clusterer.MixedEvents;
import news.parallax.clusterer.MixedEvents.Report;
import news.parallax.clusterer.bench.RandomProjection;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Embedder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A window that is lost and restored from what was stored, or put right after a batch that failed, at any moment, against one
 * that never was.
 */
class RestoredWindowTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final int CONSOLIDATION_ARTICLES = 15;
    private static final int LOST_ARTICLES = 5;
    private static final AssignmentRules RULES =
            new AssignmentRules(0.5, 1_000, Duration.ofHours(72), 10, CONSOLIDATION_ARTICLES, 0.2, 7_000, 0.02);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itGoesOnAsTheOneThatWasLost(long seed) {
        List<Document> documents = documents(seed);
        var random = new Random(seed);

        var undisturbed = new Run(documents, _ -> false, _ -> false);
        var restored = new Run(documents, _ -> random.nextInt(8) == 0, _ -> false);

        assertThat(restored.storyOf).isEqualTo(undisturbed.storyOf);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterABatchThatWasNotStoredItGoesOnAsIfThatHadNotCome(long seed) {
        List<Document> documents = documents(seed);
        var random = new Random(seed);

        var undisturbed = new Run(documents, _ -> false, _ -> false);
        var putRight = new Run(documents, _ -> false, _ -> random.nextInt(4) == 0);

        assertThat(putRight.storyOf).isEqualTo(undisturbed.storyOf);
    }

    @Test
    void mostOfTheseStreamsHaveStoriesChanged() {
        assertThat(LongStream.range(0, 20).filter(seed -> new Run(documents(seed), _ -> false, _ -> false).changes > 0))
                .hasSizeGreaterThan(10);
    }

    private static List<Document> documents(long seed) {
        var random = new Random(seed);
        Embedder embedder = seed % 2 == 0 ? new NoEmbedder() : new RandomProjection();
        List<Document> documents = new ArrayList<>();
        for (Report report : MixedEvents.reports(seed, 2, 12)) {
            // Two hours apart, more or less, so that the first stories are forgotten before the last.
            Instant time = START.plus(Duration.ofHours(2 * documents.size() + random.nextInt(24)));
            documents.add(document(embedder, report, time));
        }
        return documents;
    }

    /** All articles of a stream; what is stored is kept beside the window. */
    private static final class Run {

        private final List<Document> stored = new ArrayList<>();
        private final Map<String, Membership> memberships = new HashMap<>();
        private final Map<String, String> storyOf = new HashMap<>();
        private StoryAssigner assigner = new StoryAssigner(RULES);
        private int lookedAt;
        private int changes;

        Run(List<Document> documents, IntPredicate losesTheWindowBefore, IntPredicate storesNothingBefore) {
            for (int i = 0; i < documents.size(); i++) {
                if (losesTheWindowBefore.test(i)) {
                    restore();
                }
                if (storesNothingBefore.test(i)) {
                    List<Document> lost = documents.subList(i, Math.min(i + LOST_ARTICLES, documents.size()));
                    lost.forEach(assigner::assign);
                    assigner.doubt(lost);
                    putRight();
                }
                Document document = documents.get(i);
                Membership membership = assigner.assign(document).membership();
                stored.add(document);
                memberships.put(id(document), membership);
                storyOf.put(id(document), membership.storyId());
                if (assigner.isConsolidationDue()) {
                    consolidate();
                }
            }
        }

        private void consolidate() {
            List<StoryChange> made = assigner.consolidate();
            made.forEach(assigner::apply);
            storyOf.replaceAll((id, storyId) -> assigner.storyIdOf(id).orElse(storyId));
            assigner.forgetResting();
            changes += made.size();
            lookedAt = stored.size();
        }

        private void restore() {
            assigner = new StoryAssigner(RULES);
            stored.subList(0, lookedAt).forEach(this::remember);
            assigner.forgetResting();
            for (Document fresh : stored.subList(lookedAt, stored.size())) {
                remember(fresh);
                assigner.touch(id(fresh));
            }
        }

        private void putRight() {
            assigner.forgetNewcomers();
            stored.subList(lookedAt, stored.size()).forEach(fresh -> assigner.touch(id(fresh)));
            assigner.keepOnly(memberships.keySet());
        }

        private void remember(Document document) {
            String id = id(document);
            assigner.restore(document, memberships.get(id).in(storyOf.get(id)));
        }
    }

    private static Document document(Embedder embedder, Report report, Instant time) {
        var article = new ArticleText(
                report.path(),
                report.title(),
                "",
                report.text(),
                "en",
                time,
                ContentHash.of(report.text()),
                false,
                "outlet.example",
                "");
        return new Analyzer(embedder)
                .analyze(
                        article,
                        article.opening(embedder.characterLimit())
                                .flatMap(text -> embedder.embed(List.of(text)).getFirst()));
    }

    private static String id(Document document) {
        return document.article().id();
    }
}
