package news.parallax.clusterer.text;

/**
 * Unit vector of an article's meaning, one byte a dimension: a quarter of the memory of floats, and its cosines differ
 * from theirs by less than 0.005.
 *
 * @param components the vector times 127 over its largest component; not to be changed
 * @param scale what a component is to be multiplied with
 */
public record Vector(byte[] components, float scale) {

    /** Packs any vector but zero, scaled to length one. */
    public static Vector of(float[] values) {
        double squares = 0;
        float largest = 0;
        for (float value : values) {
            squares += (double) value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest > 0) || !Double.isFinite(squares)) {
            throw new IllegalArgumentException("a vector has a direction");
        }
        byte[] components = new byte[values.length];
        long packedSquares = 0;
        for (int i = 0; i < values.length; i++) {
            components[i] = (byte) Math.round(values[i] * 127 / largest);
            packedSquares += components[i] * components[i];
        }
        return new Vector(components, (float) (1 / Math.sqrt(packedSquares)));
    }

    /** Cosine, in [-1, 1]. */
    public double cosine(Vector other) {
        int sum = 0;
        for (int i = 0; i < components.length; i++) {
            sum += components[i] * other.components[i];
        }
        return Math.clamp(sum * (double) scale * other.scale, -1, 1);
    }

    /** Returns one bit for each component, set where it is negative; the last long may be filled up with zeros. */
    public long[] signs() {
        long[] signs = new long[(components.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < components.length; i++) {
            if (components[i] < 0) {
                signs[i / Long.SIZE] |= 1L << i;
            }
        }
        return signs;
    }
}
