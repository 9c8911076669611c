package news.parallax.clusterer.embedding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import news.parallax.clusterer.embedding.EmbeddingConfig.Pooling;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;

/** A model run inside this process. */
public final class OnnxEmbedder implements Embedder {

    private static final String MINILM = "/all-minilm-l6-v2-q";

    /** The model takes no more. */
    private static final int MINILM_TOKENS = 512;

    private final HuggingFaceTokenizer tokenizer;
    private final OnnxEncoder encoder;
    private final GivenText given;
    private final int batchTexts;
    private final int fingerprint;

    private OnnxEmbedder(
            HuggingFaceTokenizer tokenizer, OnnxEncoder encoder, GivenText given, int batchTexts, String fingerprint) {
        this.tokenizer = tokenizer;
        this.encoder = encoder;
        this.given = given;
        this.batchTexts = batchTexts;
        this.fingerprint = fingerprint.hashCode();
        PackedVector.requireDimensions(encode(List.of("probe")).getFirst().length);
    }

    /**
     * The all-MiniLM-L6-v2 model (Wang et al. 2020; Reimers and Gurevych 2019), quantized. One text at a time: scales are
     * taken over all that is run together, so neighbors would change a text's vector (cosine down to .987 in batches of 8),
     * and on two cores batches are not faster.
     */
    public static OnnxEmbedder miniLm(EmbeddingConfig config) {
        GivenText given = new GivenText(config.characters(), "", config.languages());
        try (InputStream model = resource(MINILM + ".onnx");
                InputStream tokenizer = resource(MINILM + "-tokenizer.json")) {
            byte[] bytes = model.readAllBytes();
            return new OnnxEmbedder(
                    tokenizer(tokenizer, MINILM_TOKENS),
                    new OnnxEncoder((environment, options) -> environment.createSession(bytes, options), Pooling.MEAN),
                    given,
                    1,
                    "all-minilm-l6-v2-q/" + given);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is broken: " + MINILM, e);
        }
    }

    /**
     * Reads the model that the settings name.
     *
     * @throws IllegalArgumentException if they name none, or it is not one that turns texts into vectors
     */
    public static OnnxEmbedder of(EmbeddingConfig config) {
        EmbeddingConfig.Onnx onnx = config.onnx();
        Path model = readable(onnx.model(), "model");
        Path tokenizer = readable(onnx.tokenizer(), "tokenizer");
        GivenText given = GivenText.of(config);
        if (onnx.batchTexts() < 1 || onnx.tokenLimit() < 1) {
            throw new IllegalArgumentException(
                    "batch-texts and token-limit of parallax.clusterer.embedding.onnx are ≥ 1");
        }
        try (InputStream tokenizerFile = Files.newInputStream(tokenizer)) {
            return new OnnxEmbedder(
                    tokenizer(tokenizerFile, onnx.tokenLimit()),
                    new OnnxEncoder(
                            (environment, options) -> environment.createSession(model.toString(), options),
                            onnx.pooling()),
                    given,
                    onnx.batchTexts(),
                    "%x/%x/%s/%d/%s"
                            .formatted(checksum(model), checksum(tokenizer), onnx.pooling(), onnx.tokenLimit(), given));
        } catch (IOException e) {
            throw new IllegalArgumentException("the embedding model cannot be read: " + e, e);
        }
    }

    @Override
    public int characterLimit() {
        return given.characters();
    }

    @Override
    public int batchTexts() {
        return batchTexts;
    }

    @Override
    public List<Optional<Vector>> embed(List<String> openings) {
        return openings.stream()
                .gather(Gatherers.windowFixed(batchTexts))
                .flatMap(batch -> encode(batch).stream())
                .map(Vector::of)
                .map(Optional::of)
                .toList();
    }

    @Override
    public boolean understands(String language) {
        return given.isUnderstood(language);
    }

    @Override
    public int modelFingerprint() {
        return fingerprint;
    }

    private List<float[]> encode(List<String> openings) {
        return encoder.encode(openings.stream()
                .map(opening -> tokenizer.encode(given.prefix() + opening).getIds())
                .toList());
    }

    private static HuggingFaceTokenizer tokenizer(InputStream file, int tokenLimit) throws IOException {
        String limit = Integer.toString(tokenLimit);
        return HuggingFaceTokenizer.newInstance(
                file, Map.of("padding", "false", "truncation", "true", "maxLength", limit, "modelMaxLength", limit));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OnnxEmbedder.class.getResourceAsStream(name), name);
    }

    private static Path readable(Optional<Path> path, String setting) {
        return path.filter(Files::isReadable)
                .orElseThrow(() -> new IllegalArgumentException(
                        "parallax.clusterer.embedding.onnx.%s names no file that can be read: %s"
                                .formatted(setting, path.map(Path::toString).orElse("nothing"))));
    }

    private static long checksum(Path file) throws IOException {
        try (var bytes = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32C())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.getChecksum().getValue();
        }
    }
}
