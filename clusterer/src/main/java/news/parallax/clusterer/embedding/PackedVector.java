package news.parallax.clusterer.embedding;

import java.nio.ByteBuffer;
import java.util.Optional;
import news.parallax.clusterer.text.Vector;

/**
 * Vectors as the catalog keeps them. Big endian: one byte format (1), four bytes fingerprint of the model, four bytes
 * float scale, then one signed byte a dimension; a component's value is byte times scale.
 */
public final class PackedVector {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES + Float.BYTES;

    /** The catalog takes 8,192 bytes. */
    private static final int DIMENSIONS_MAX = 8_000;

    private PackedVector() {}

    /**
     * Looks whether vectors of so many dimensions can be kept.
     *
     * @throws IllegalArgumentException if not
     */
    static void requireDimensions(int dimensions) {
        if (dimensions < 1 || dimensions > DIMENSIONS_MAX) {
            throw new IllegalArgumentException(
                    "vectors of an embedding model have 1 to %d dimensions: %d".formatted(DIMENSIONS_MAX, dimensions));
        }
    }

    /** Packs a vector of a model. */
    public static byte[] pack(Vector vector, int modelFingerprint) {
        return ByteBuffer.allocate(HEADER_BYTES + vector.components().length)
                .put(FORMAT)
                .putInt(modelFingerprint)
                .putFloat(vector.scale())
                .put(vector.components())
                .array();
    }

    /** Unpacks a vector; nothing if the bytes are of another model, another format, or no vector. */
    public static Optional<Vector> unpack(byte[] bytes, int modelFingerprint) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length <= HEADER_BYTES || buffer.get() != FORMAT || buffer.getInt() != modelFingerprint) {
            return Optional.empty();
        }
        float scale = buffer.getFloat();
        var components = new byte[buffer.remaining()];
        buffer.get(components);
        return Optional.of(new Vector(components, scale));
    }
}
