package news.parallax.clusterer.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedVectorTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCosineIsSymmetricInRangeAndSurvivesPacking(long seed) {
        var random = new Random(seed);
        float[] a = random(random);
        float[] b = random(random);
        Vector one = Vector.of(a);
        Vector other = Vector.of(b);
        assertThat(one.cosine(other)).isBetween(-1.0, 1.0).isEqualTo(other.cosine(one));
        assertThat(one.cosine(other)).isCloseTo(cosine(a, b), within(0.005));
        Vector unpacked = PackedVector.unpack(PackedVector.pack(one, 7), 7).orElseThrow();
        assertThat(unpacked.components()).isEqualTo(one.components());
        assertThat(unpacked.scale()).isEqualTo(one.scale());
    }

    @Test
    void bytesOfAnotherModelOrNoneAreNoVector() {
        byte[] packed = PackedVector.pack(Vector.of(new float[] {1, 2, 3}), 7);
        assertThat(PackedVector.unpack(packed, 8)).isEmpty();
        assertThat(PackedVector.unpack(new byte[0], 7)).isEmpty();
        packed[0] = 2;
        assertThat(PackedVector.unpack(packed, 7)).isEmpty();
    }

    private static float[] random(Random random) {
        float[] values = new float[384];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
