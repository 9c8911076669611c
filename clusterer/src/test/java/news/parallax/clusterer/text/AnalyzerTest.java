package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import news.parallax.clusterer.embedding.NoEmbedder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnalyzerTest {

    private static final ArticleText GERMAN = new ArticleText(
            "1",
            "Brücke bei Ondal gesperrt",
            "Risse im Pfeiler",
            "Die Brücke wurde gestern gesperrt, sagte Ilse Brandvold.",
            "de",
            Instant.EPOCH,
            "",
            false,
            "",
            "",
            Optional.of(new Translation("en", "Bridge near Ondal closed", "Cracks in the pier", "LibreTranslate")),
            true,
            "");

    @Nested
    class Translated {

        private final Document document = new Analyzer(new NoEmbedder()).analyze(GERMAN);

        @Test
        void titleAndLeadAreComparedInTranslationAndTheBodyAsItIs() {
            assertThat(document.titleTerms().keys()).containsExactly("bridge", "near", "ondal", "closed");
            assertThat(document.terms().keys()).contains("bridge", "cracks", "pier", "brücke", "gesperr");
            assertThat(document.terms().keys()).doesNotContain("risse", "in", "the", "die");
        }

        @Test
        void itMeetsArticlesOfTheOtherLanguageAsOneOfThem() {
            assertThat(document.article().comparedLanguage()).isEqualTo("en");
            assertThat(document.article().withoutBody().comparedLanguage()).isEqualTo("en");
            assertThat(document.article().opening(100)).contains("Bridge near Ondal closed. Cracks in the pier");
        }

        @Test
        void theOriginalStays() {
            assertThat(document.article().title()).isEqualTo("Brücke bei Ondal gesperrt");
            assertThat(document.sentences()).allMatch(sentence -> sentence.contains("gesperrt"));
        }
    }
}
