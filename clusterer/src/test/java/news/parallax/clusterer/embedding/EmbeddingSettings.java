package news.parallax.clusterer.embedding;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.clusterer.ClustererConfig;

/** Settings as an operator writes them, without what the machine has set. */
final class EmbeddingSettings {

    static final String TINY_TOKENIZER = "src/test/resources/embedding/tiny-tokenizer.json";

    private static final String PREFIX = "parallax.clusterer.embedding";

    private EmbeddingSettings() {}

    /**
     * Reads settings.
     *
     * @param model value of {@code parallax.clusterer.embedding}
     * @param others names without that prefix, each followed by its value
     */
    static ClustererConfig of(String model, String... others) {
        Map<String, String> settings = new HashMap<>(Map.of(PREFIX, model));
        for (int i = 0; i < others.length; i += 2) {
            settings.put(PREFIX + "." + others[i], others[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDiscoveredConverters()
                .withMapping(ClustererConfig.class)
                .build()
                .getConfigMapping(ClustererConfig.class);
    }

    /** Reads settings of the model in the resources of the tests; {@code README.md} beside it says what it is. */
    static ClustererConfig tinyModel(String... others) {
        Stream<String> files =
                Stream.of("onnx.model", "src/test/resources/embedding/tiny.onnx", "onnx.tokenizer", TINY_TOKENIZER);
        return of("onnx", Stream.concat(files, Stream.of(others)).toArray(String[]::new));
    }
}
