package news.parallax.clusterer.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {

    @Nested
    class TheShippedModel {

        private static final List<String> OPENINGS = List.of(
                "Ferry runs aground off Gotland, passengers evacuated",
                "Ship strikes shoal near Swedish island, all on board safe. The vessel with 312 people on board was on its"
                        + " way to Visby when it left the fairway in thick fog, the coast guard said on Tuesday morning.",
                "Central bank keeps interest rates unchanged",
                "Мост закрыт из-за трещины",
                "?");

        private final Embedder embedder = ClustererParts.embedder(EmbeddingSettings.of("minilm"));

        @Test
        void givesTheVectorsThatItsMakersRunnerGives() {
            var reference = new AllMiniLmL6V2QuantizedEmbeddingModel();
            List<Vector> vectors = embed(embedder, OPENINGS);
            for (int i = 0; i < OPENINGS.size(); i++) {
                Vector expected =
                        Vector.of(reference.embed(OPENINGS.get(i)).content().vector());
                assertThat(vectors.get(i).cosine(expected)).as(OPENINGS.get(i)).isGreaterThan(0.999);
            }
        }

        @Test
        void knowsLikeMeaning() {
            List<Vector> vectors = embed(embedder, OPENINGS);
            assertThat(vectors.get(0).cosine(vectors.get(1)))
                    .isGreaterThan(vectors.get(0).cosine(vectors.get(2)) + 0.2);
        }

        @Test
        void isTrustedInEnglishOnlyUnlessToldOtherwise() {
            assertThat(embedder.understands("en")).isTrue();
            assertThat(embedder.understands("")).isTrue();
            assertThat(embedder.understands("ru")).isFalse();
            Embedder told = ClustererParts.embedder(EmbeddingSettings.of("minilm", "languages", "en,de"));
            assertThat(told.understands("de")).isTrue();
            assertThat(told.understands("ru")).isFalse();
        }
    }

    @Nested
    class AnotherModel {

        private static final String SHORT = "bridge closed";
        private static final String LONG = "minister resigns election bridge crack crack crack closed minister resigns";

        @Test
        void putsTranslationsInOnePlace() {
            List<Vector> vectors =
                    embed(tiny("languages", "all"), List.of("Bridge closed", "Brücke gesperrt", "Ministerin tritt"));
            assertThat(vectors.get(0).cosine(vectors.get(1))).isCloseTo(1, within(0.01));
            assertThat(vectors.get(0).cosine(vectors.get(2))).isLessThan(0.5);
        }

        @Test
        void isTrustedInAllLanguagesIfToldSo() {
            assertThat(tiny("languages", "all").understands("th")).isTrue();
            assertThat(tiny().understands("th")).isFalse();
        }

        @Test
        void readsATextAloneAndAmongLongerOnesAlike() {
            for (String pooling : List.of("mean", "cls")) {
                Embedder embedder = tiny("onnx.pooling", pooling);
                List<Vector> alone = Stream.of(SHORT, LONG)
                        .map(text -> embed(embedder, List.of(text)).getFirst())
                        .toList();
                List<Vector> together = embed(embedder, List.of(SHORT, LONG));
                assertThat(together.get(0).components()).isEqualTo(alone.get(0).components());
                assertThat(together.get(1).components()).isEqualTo(alone.get(1).components());
            }
        }

        @Test
        void givesTheStateOfTheFirstTokenIfItWasTrainedSo() {
            Vector mean = vector(tiny(), SHORT);
            Vector first = vector(tiny("onnx.pooling", "cls"), SHORT);
            // The first token's own row is the last dimension; the mean has more of the words'.
            assertThat(first.components()[7]).isGreaterThan(first.components()[0]);
            assertThat(mean.components()[7]).isLessThan(mean.components()[0]);
        }

        @Test
        void readsNoMoreTokensThanTheLimit() {
            Embedder limited = tiny("onnx.token-limit", "4");
            assertThat(vector(limited, "bridge closed election minister").cosine(vector(limited, SHORT)))
                    .isCloseTo(1, within(1e-6));
            assertThat(vector(tiny(), "bridge closed election minister").cosine(vector(tiny(), SHORT)))
                    .isLessThan(0.95);
        }

        @Test
        void readsThePrefixBeforeEachText() {
            assertThat(vector(tiny("prefix", "election "), SHORT).components())
                    .isEqualTo(vector(tiny(), "election bridge closed").components());
        }

        @Test
        void hasVectorsOfItsOwnForEachSettingThatChangesThem(@TempDir Path folder) throws IOException {
            Path tokenizer = folder.resolve("tokenizer.json");
            Files.writeString(tokenizer, Files.readString(Path.of(EmbeddingSettings.TINY_TOKENIZER)) + "\n");
            assertThat(Stream.of(
                                    tiny(),
                                    tiny("onnx.pooling", "cls"),
                                    tiny("onnx.token-limit", "4"),
                                    tiny("prefix", "query: "),
                                    tiny("characters", "200"),
                                    tiny("onnx.tokenizer", tokenizer.toString()),
                                    ClustererParts.embedder(EmbeddingSettings.of("minilm")),
                                    ClustererParts.embedder(EmbeddingSettings.of("minilm", "characters", "200")),
                                    ClustererParts.embedder(EmbeddingSettings.of("none")))
                            .map(Embedder::modelFingerprint))
                    .doesNotHaveDuplicates();
            assertThat(tiny("onnx.batch-texts", "9", "languages", "all").modelFingerprint())
                    .isEqualTo(tiny().modelFingerprint());
        }

        @Test
        void thatIsNotThereIsNamed() {
            assertThatThrownBy(() -> ClustererParts.embedder(EmbeddingSettings.of("onnx")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("embedding.onnx.model names no file that can be read: nothing");
            assertThatThrownBy(() -> tiny("onnx.tokenizer", "missing.json"))
                    .hasMessageContaining("embedding.onnx.tokenizer names no file that can be read: missing.json");
            assertThatThrownBy(() -> tiny("onnx.model", "src/test/resources/embedding/README.md"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the embedding model cannot be read");
        }

        private static Embedder tiny(String... settings) {
            return ClustererParts.embedder(EmbeddingSettings.tinyModel(settings));
        }
    }

    private static Vector vector(Embedder embedder, String text) {
        return embed(embedder, List.of(text)).getFirst();
    }

    private static List<Vector> embed(Embedder embedder, List<String> texts) {
        return embedder.embed(texts).stream().map(Optional::orElseThrow).toList();
    }
}
