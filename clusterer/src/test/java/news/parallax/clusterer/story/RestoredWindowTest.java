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
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import news.parallax.clusterer.text.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A window that is lost and restored from what was stored, at any moment, against one that never was. */
class RestoredWindowTest {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final int CONSOLIDATION_ARTICLES = 15;
    private static final AssignmentRules RULES =
            new AssignmentRules(0.5, 1_000, Duration.ofHours(72), 10, CONSOLIDATION_ARTICLES, 0.2, 7_000, 0.02);
    private static final Analyzer ANALYZER = new Analyzer(new NoEmbedder());

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itGoesOnAsTheOneThatWasLost(long seed) {
        var random = new Random(seed);
        List<Document> documents = new ArrayList<>();
        for (Report report : MixedEvents.reports(seed, 2, 12)) {
            // Two hours apart, more or less, so that the first stories are forgotten before the last.
            documents.add(document(report, START.plus(Duration.ofHours(2 * documents.size() + random.nextInt(24)))));
        }

        var undisturbed = new Run(documents, _ -> false);
        var restored = new Run(documents, _ -> random.nextInt(8) == 0);

        assertThat(restored.storyOf).isEqualTo(undisturbed.storyOf);
        assertThat(undisturbed.changes).isPositive();
    }

    /** All articles of a stream; what is stored is kept beside the window. */
    private static final class Run {

        private final List<Document> stored = new ArrayList<>();
        private final Map<String, Membership> memberships = new HashMap<>();
        private final Map<String, String> storyOf = new HashMap<>();
        private StoryAssigner assigner = new StoryAssigner(RULES);
        private int lookedAt;
        private int changes;

        Run(List<Document> documents, IntPredicate losesTheWindowBefore) {
            for (int i = 0; i < documents.size(); i++) {
                if (losesTheWindowBefore.test(i)) {
                    restore();
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
            changes += made.size();
            lookedAt = stored.size();
            storyOf.replaceAll((id, storyId) -> assigner.storyIdOf(id).orElse(storyId));
        }

        private void restore() {
            assigner = new StoryAssigner(RULES);
            for (int i = 0; i < stored.size(); i++) {
                if (i == lookedAt) {
                    assigner.forgetResting();
                }
                String id = id(stored.get(i));
                String storyId = storyOf.get(id);
                assigner.restore(stored.get(i), memberships.get(id).in(storyId));
                if (i >= lookedAt) {
                    assigner.touch(storyId);
                }
            }
        }
    }

    private static Document document(Report report, Instant time) {
        return ANALYZER.analyze(new ArticleText(
                report.path(),
                report.title(),
                "",
                report.text(),
                "en",
                time,
                ContentHash.of(report.text()),
                false,
                "outlet.example",
                ""));
    }

    private static String id(Document document) {
        return document.article().id();
    }
}
