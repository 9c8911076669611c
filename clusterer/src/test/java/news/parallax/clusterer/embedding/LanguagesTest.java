package news.parallax.clusterer.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.story.Evidence;
import news.parallax.clusterer.story.SameStoryModel;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Document;
import org.junit.jupiter.api.Test;

/** From the setting to the probability that two articles tell one event. */
class LanguagesTest {

    @Test
    void vectorsOfTwoLanguagesSpeakForOneEventIfTheModelIsTrustedInBoth() {
        double trusted = probability("all", "en", "de");
        assertThat(trusted).isGreaterThan(probability("en", "en", "de") + 0.2);
        assertThat(probability("en,de", "en", "de")).isEqualTo(trusted);
        assertThat(probability("de,fr", "en", "de")).isEqualTo(probability("en", "en", "de"));
    }

    @Test
    void anUnknownLanguageIsReadAsTheModelsOwn() {
        assertThat(probability("en", "en", "")).isEqualTo(probability("all", "en", ""));
    }

    private static double probability(String languages, String language, String otherLanguage) {
        ClustererConfig config = EmbeddingSettings.tinyModel("languages", languages);
        try (AnalysisThreads analysis = ClustererParts.analysisThreads(config, ClustererParts.embedder(config))) {
            List<Document> documents = analysis.analyze(Stream.of(
                            article("a", "Bridge closed, crack", language),
                            article("b", "Brücke gesperrt, Riss", otherLanguage))
                    .map(article -> new AnalysisThreads.Task(article, Optional.empty()))
                    .toList());
            var assigner = new StoryAssigner(ClustererParts.rules(config));
            documents.forEach(assigner::observe);
            return SameStoryModel.shipped()
                    .probability(Evidence.between(assigner.read(documents.get(0)), assigner.read(documents.get(1))));
        }
    }

    private static ArticleText article(String id, String title, String language) {
        return new ArticleText(id, title, "", "", language, Instant.parse("2026-03-02T12:00:00Z"), "", false, "", "");
    }
}
