package news.parallax.clusterer.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import news.parallax.clusterer.embedding.EmbeddingConfig.Pooling;

/**
 * Runs a transformer by ONNX Runtime and pools the states of its tokens. Each call runs on its caller's thread alone, so
 * that as many texts are read as there are analysis threads. Safe for many threads.
 */
final class OnnxEncoder {

    private static final String TOKENS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String SEGMENTS = "token_type_ids";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Pooling pooling;

    /** Opens a model. */
    interface Source {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    /**
     * Opens a model and looks whether it is one.
     *
     * @throws IllegalArgumentException if it is not
     */
    OnnxEncoder(Source source, Pooling pooling) {
        this.pooling = pooling;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = source.open(environment, options);
            requireTextModel();
        } catch (OrtException e) {
            throw new IllegalArgumentException("the embedding model cannot be read: " + e.getMessage(), e);
        }
    }

    private void requireTextModel() throws OrtException {
        Set<String> inputs = session.getInputNames();
        boolean inputsKnown =
                inputs.contains(TOKENS) && Set.of(TOKENS, MASK, SEGMENTS).containsAll(inputs);
        boolean tokenStates = session.getOutputInfo().values().iterator().next().getInfo() instanceof TensorInfo output
                && output.getShape().length == 3;
        if (!inputsKnown || !tokenStates) {
            throw new IllegalArgumentException(
                    "the embedding model has the inputs %s and the outputs %s, but %s, %s and %s lead to the states of tokens"
                            .formatted(inputs, session.getOutputInfo().values(), TOKENS, MASK, SEGMENTS));
        }
    }

    /** Returns the pooled states of texts, each given as token ids, at least one. */
    List<float[]> encode(List<long[]> texts) {
        int longest = texts.stream().mapToInt(text -> text.length).max().orElse(0);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (String name : session.getInputNames()) {
                inputs.put(name, OnnxTensor.createTensor(environment, input(name, texts, longest)));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
                int dimensions = states.remaining() / texts.size() / longest;
                return IntStream.range(0, texts.size())
                        .mapToObj(text -> pool(states, text * longest * dimensions, texts.get(text).length, dimensions))
                        .toList();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model fails", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    /** What is shorter than the longest text is filled with zeros, which the mask hides. */
    private static long[][] input(String name, List<long[]> texts, int longest) {
        return texts.stream()
                .map(text -> {
                    long[] row = name.equals(TOKENS) ? text : new long[text.length];
                    if (name.equals(MASK)) {
                        Arrays.fill(row, 1);
                    }
                    return Arrays.copyOf(row, longest);
                })
                .toArray(long[][]::new);
    }

    private float[] pool(FloatBuffer states, int from, int tokens, int dimensions) {
        var pooled = new float[dimensions];
        int read = pooling == Pooling.CLS ? 1 : tokens;
        for (int token = 0; token < read; token++) {
            for (int i = 0; i < dimensions; i++) {
                pooled[i] += states.get(from + token * dimensions + i) / read;
            }
        }
        return pooled;
    }
}
