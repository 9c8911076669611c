package news.parallax.clusterer.story;

import java.util.Optional;
import news.parallax.clusterer.text.Vector;

/** The mean of some vectors. One alone is kept as it is, in a quarter of the room; most stories have but one article. */
final class Meaning {

    private Optional<Vector> first = Optional.empty();
    private float[] sum = {};
    private int count;

    void add(Vector vector) {
        count++;
        if (count == 1) {
            first = Optional.of(vector);
            return;
        }
        if (sum.length == 0) {
            sum = new float[vector.components().length];
            first.ifPresent(one -> addToSum(one, 1));
            first = Optional.empty();
        }
        addToSum(vector, 1);
    }

    void remove(Vector vector) {
        count--;
        if (count == 0) {
            first = Optional.empty();
            sum = new float[0];
        } else {
            addToSum(vector, -1);
        }
    }

    /** Dot product of a vector with the mean, in about [-1, 1]; 0 if there is none. */
    double nearness(Vector vector) {
        if (first.isPresent()) {
            return first.get().cosine(vector);
        }
        byte[] components = vector.components();
        if (sum.length != components.length) {
            return 0;
        }
        float dot = 0;
        for (int i = 0; i < components.length; i++) {
            dot += components[i] * sum[i];
        }
        return dot * vector.scale() / count;
    }

    /** Returns one bit for each component, set where it is negative; empty if there is no vector. */
    long[] signs() {
        if (first.isPresent()) {
            return first.get().signs();
        }
        long[] signs = new long[(sum.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < sum.length; i++) {
            if (sum[i] < 0) {
                signs[i / Long.SIZE] |= 1L << i;
            }
        }
        return signs;
    }

    private void addToSum(Vector vector, int sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * vector.components()[i] * vector.scale();
        }
    }
}
