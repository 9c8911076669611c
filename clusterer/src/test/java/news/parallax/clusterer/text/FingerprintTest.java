package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void likenessIsSymmetricAndInTheUnitIntervalAndOneForEqualTexts(long seed) {
        var random = new Random(seed);
        String text = words(random, 60 + random.nextInt(400));
        String part = words(random, 60 + random.nextInt(400)) + " " + text.substring(text.indexOf(' ', 200));
        Fingerprint one = fingerprint(text);
        Fingerprint other = fingerprint(part);
        assertThat(one.resemblance(other)).isBetween(0.0, 1.0).isEqualTo(other.resemblance(one));
        assertThat(one.containment(other)).isBetween(0.0, 1.0).isEqualTo(other.containment(one));
        assertThat(one.containment(other)).isGreaterThanOrEqualTo(one.resemblance(other));
        assertThat(one.resemblance(fingerprint(text))).isEqualTo(1);
        assertThat(one.containment(fingerprint(text))).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resemblanceIsTheShareOfCommonShingles(long seed) {
        var random = new Random(seed);
        String shared = words(random, 304);
        Fingerprint one = fingerprint(shared + " " + words(random, 150));
        Fingerprint other = fingerprint(words(random, 150) + " " + shared);
        // 300 runs of five words in common, 150 more in either: half, of which 5 standard errors are .22.
        assertThat(one.resemblance(other)).isCloseTo(0.5, within(0.22));
        assertThat(one.containment(other)).isCloseTo(2 / 3.0, within(0.22));
    }

    @Test
    void theMeanOfManyEstimatesIsNotAside() {
        double mean = seeds().mapToDouble(seed -> {
                    var random = new Random(seed);
                    String shared = words(random, 304);
                    return fingerprint(shared + " " + words(random, 150))
                            .resemblance(fingerprint(words(random, 150) + " " + shared));
                })
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(0.015));
    }

    @Test
    void aTextOfFewWordsHasNone() {
        var random = new Random(1);
        assertThat(Fingerprint.of(Tokenizer.tokens(words(random, 59)))).isEmpty();
        assertThat(Fingerprint.of(Tokenizer.tokens(words(random, 60)))).isPresent();
    }

    @Test
    void caseAndPunctuationDoNotCount() {
        String text = words(new Random(1), 80);
        assertThat(fingerprint(text.toUpperCase(Locale.ROOT).replace(" ", ", ")).resemblance(fingerprint(text)))
                .isEqualTo(1);
    }

    @Test
    void textsWithoutACommonRunOfWordsHaveNothingInCommon() {
        var random = new Random(1);
        Fingerprint one = fingerprint(words(random, 300));
        Fingerprint other = fingerprint(words(random, 300));
        assertThat(one.resemblance(other)).isLessThan(0.03);
        assertThat(bandsInCommon(one, other)).isZero();
    }

    @Test
    void textsThatShareHalfMeetInABand() {
        long met = seeds().filter(seed -> {
                    var random = new Random(seed);
                    String shared = words(random, 304);
                    return bandsInCommon(
                                    fingerprint(shared + " " + words(random, 150)),
                                    fingerprint(words(random, 150) + " " + shared))
                            > 0;
                })
                .count();
        assertThat(met).isGreaterThanOrEqualTo(196);
    }

    private static long bandsInCommon(Fingerprint one, Fingerprint other) {
        return IntStream.range(0, Fingerprint.BANDS)
                .filter(band -> one.band(band) == other.band(band))
                .count();
    }

    private static Fingerprint fingerprint(String text) {
        List<Token> tokens = Tokenizer.tokens(text);
        return Fingerprint.of(tokens).orElseThrow();
    }

    /** Of so many that no run of five comes twice. */
    private static String words(Random random, int count) {
        return random.ints(count, 0, 5_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }
}
