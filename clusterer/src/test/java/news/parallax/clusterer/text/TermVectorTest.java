package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermVectorTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void similarityIsSymmetricAndInTheUnitInterval(long seed) {
        var random = new Random(seed);
        var weights = new TermWeights(1_000);
        TermVector[] vectors = new TermVector[2];
        TermCounts[] counts = {words(random), words(random)};
        for (TermCounts count : counts) {
            weights.observe(count, "en");
        }
        for (int i = 0; i < 2; i++) {
            vectors[i] = weights.weigh(counts[i], 1 + random.nextInt(30));
        }
        assertThat(vectors[0].cosine(vectors[1])).isBetween(0.0, 1.0).isEqualTo(vectors[1].cosine(vectors[0]));
        assertThat(vectors[0].overlap(vectors[1], 3)).isBetween(0.0, 1.0).isEqualTo(vectors[1].overlap(vectors[0], 3));
        assertThat(vectors[0].cognateCosine(vectors[1]))
                .isBetween(0.0, 1.0)
                .isEqualTo(vectors[1].cognateCosine(vectors[0]));
        assertThat(vectors[0].cosine(vectors[0])).isCloseTo(1, within(1e-6));
        assertThat(vectors[0].cognateCosine(vectors[0])).isCloseTo(1, within(1e-6));
    }

    @Test
    void cognatesMeetAcrossLanguages() {
        TermVector[] vectors =
                vectors("Präsident besucht Kathedrale", "president visits cathedral", "Bauern ernten Rüben");
        assertThat(vectors[0].cosine(vectors[1])).isZero();
        assertThat(vectors[0].cognateCosine(vectors[1])).isGreaterThan(0.5);
        assertThat(vectors[0].cognateCosine(vectors[2])).isZero();
    }

    @Test
    void cognatesMeetAcrossScripts() {
        TermVector[] vectors = vectors("президент Лукашенко", "prezydent Łukaszenka");
        assertThat(vectors[0].cosine(vectors[1])).isZero();
        assertThat(vectors[0].cognateCosine(vectors[1])).isCloseTo(1, within(1e-6));
    }

    private static TermVector[] vectors(String... texts) {
        var weights = new TermWeights(1_000);
        List<TermCounts> counts = Stream.of(texts).map(TermVectorTest::counts).toList();
        counts.forEach(count -> weights.observe(count, ""));
        return counts.stream().map(count -> weights.weigh(count, 30)).toArray(TermVector[]::new);
    }

    @Test
    void nothingIsLikeNothing() {
        var empty = new TermVector(new Term[0], new float[0]);
        assertThat(empty.cosine(empty)).isZero();
        assertThat(empty.overlap(empty, 3)).isZero();
    }

    @Test
    void aRareWordWeighsMoreThanACommonOne() {
        var weights = new TermWeights(1_000);
        TermCounts article = counts("bridge bridge crack");
        weights.observe(article, "en");
        for (int i = 0; i < 50; i++) {
            weights.observe(counts("bridge other" + i), "en");
        }
        assertThat(weights.weigh(article, 10).heaviest(1))
                .extracting(Term::surface)
                .containsExactly("crack");
    }

    @Test
    void aWordCommonInOneLanguageIsCommonForAll() {
        var weights = new TermWeights(1_000);
        for (int i = 0; i < 100; i++) {
            weights.observe(counts("the word" + i), "en");
        }
        for (int i = 0; i < 10; i++) {
            weights.observe(counts("les mot" + i), "fr");
        }
        TermCounts french = counts("les mot3 rare");
        weights.observe(french, "fr");
        assertThat(weights.weigh(french, 10).heaviest(3))
                .extracting(Term::surface)
                .last()
                .isEqualTo("les");
    }

    private static TermCounts words(Random random) {
        return counts(random.ints(1 + random.nextInt(40), 0, 60)
                .mapToObj(i -> "word" + i)
                .collect(Collectors.joining(" ")));
    }

    private static TermCounts counts(String text) {
        var builder = new TermCounts.Builder();
        for (String word : text.split(" ")) {
            builder.add(word, word, false, 1);
        }
        return builder.build();
    }
}
