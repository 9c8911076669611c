package news.parallax.clusterer.bench;

import java.util.Optional;
import java.util.SplittableRandom;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/**
 * Stands in for a model: each word is a fixed random direction, a text is their sum (Achlioptas 2003). As many
 * dimensions as the shipped model, so that comparing costs the same; a thousand times faster to make.
 */
final class RandomProjection implements Embedder {

    private static final int DIMENSIONS = 384;

    @Override
    public int characterLimit() {
        return 400;
    }

    @Override
    public Optional<Vector> embed(String opening) {
        var sum = new float[DIMENSIONS];
        for (String word : opening.split("\\s+")) {
            // The word is the seed: the same vectors in every run.
            var random = new SplittableRandom(word.hashCode());
            for (int from = 0; from < DIMENSIONS; from += Long.SIZE) {
                addSigns(sum, from, random.nextLong());
            }
        }
        // An even number of words can cancel each other out; a vector has a direction.
        sum[0] += 0.5f;
        return Optional.of(Vector.of(sum));
    }

    @Override
    public int modelFingerprint() {
        return "random-projection".hashCode();
    }

    private static void addSigns(float[] sum, int from, long bits) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sum[from + bit] += (bits >>> bit & 1) == 0 ? -1 : 1;
        }
    }
}
