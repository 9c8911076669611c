package news.parallax.clusterer.bench;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/**
 * Stands in for a model: each word is a fixed random direction, a text is their sum (Achlioptas 2003). As many
 * dimensions as the shipped model, so that comparing costs the same; a thousand times faster to make.
 */
public final class RandomProjection implements Embedder {

    private static final int DIMENSIONS = 384;

    @Override
    public int characterLimit() {
        return 400;
    }

    @Override
    public int batchTexts() {
        return 1;
    }

    @Override
    public List<Optional<Vector>> embed(List<String> openings) {
        return openings.stream().map(RandomProjection::project).toList();
    }

    @Override
    public boolean understands(String language) {
        return true;
    }

    @Override
    public int modelFingerprint() {
        return "random-projection".hashCode();
    }

    private static Optional<Vector> project(String opening) {
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

    private static void addSigns(float[] sum, int from, long bits) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sum[from + bit] += (bits >>> bit & 1) == 0 ? -1 : 1;
        }
    }
}
