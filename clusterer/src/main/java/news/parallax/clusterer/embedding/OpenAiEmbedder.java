package news.parallax.clusterer.embedding;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;
import org.jboss.logging.Logger;

/**
 * A model behind an OpenAI-compatible endpoint. No article waits for it longer than for one batch: what it does not answer
 * in time goes on without a vector, and so do the articles of a pause afterwards.
 */
public final class OpenAiEmbedder implements Embedder {

    private static final Logger LOG = Logger.getLogger(OpenAiEmbedder.class);

    private final EmbeddingConfig.OpenAi config;
    private final GivenText given;
    private final String model;
    private final EmbeddingEndpointClient endpoint;
    private final InstantSource clock;
    private volatile Instant pauseEnd = Instant.MIN;

    private OpenAiEmbedder(EmbeddingConfig.OpenAi config, GivenText given, URI url, String model, InstantSource clock) {
        this.config = config;
        this.given = given;
        this.model = model;
        this.endpoint = new EmbeddingEndpointClient(config, url, model);
        this.clock = clock;
    }

    /**
     * Reads which endpoint the settings name; does not call it yet.
     *
     * @throws IllegalArgumentException if they name none
     */
    public static OpenAiEmbedder of(EmbeddingConfig config, InstantSource clock) {
        EmbeddingConfig.OpenAi openai = config.openai();
        PackedVector.requireDimensions(openai.dimensions());
        if (openai.batchTexts() < 1 || openai.attempts() < 1) {
            throw new IllegalArgumentException(
                    "batch-texts and attempts of parallax.clusterer.embedding.openai are ≥ 1");
        }
        return new OpenAiEmbedder(
                openai,
                GivenText.of(config),
                openai.url().orElseThrow(() -> missing("url")),
                openai.model().orElseThrow(() -> missing("model")),
                clock);
    }

    @Override
    public int characterLimit() {
        return given.characters();
    }

    @Override
    public int batchTexts() {
        return config.batchTexts();
    }

    @Override
    public List<Optional<Vector>> embed(List<String> openings) {
        if (clock.instant().isBefore(pauseEnd)) {
            return without(openings, "pausing until " + pauseEnd);
        }
        Stream<String> texts = openings.stream().map(opening -> given.prefix() + opening);
        return switch (endpoint.embed(texts.toList())) {
            case EndpointAnswer.Vectors(List<Vector> vectors) ->
                vectors.stream().map(Optional::of).toList();
            case EndpointAnswer.Refused(String reason) -> pause(openings, reason);
            case EndpointAnswer.Away(String reason, Duration _) -> pause(openings, reason);
        };
    }

    private List<Optional<Vector>> pause(List<String> openings, String reason) {
        pauseEnd = clock.instant().plus(config.pause());
        return without(openings, reason);
    }

    @Override
    public boolean understands(String language) {
        return given.isUnderstood(language);
    }

    @Override
    public int modelFingerprint() {
        return "%s/%d/%s".formatted(model, config.dimensions(), given).hashCode();
    }

    private static List<Optional<Vector>> without(List<String> openings, String reason) {
        LOG.warnf("articles grouped without vectors articles=%d reason=%s", openings.size(), reason);
        return Collections.nCopies(openings.size(), Optional.empty());
    }

    private static IllegalArgumentException missing(String setting) {
        return new IllegalArgumentException("parallax.clusterer.embedding.openai.%s is not set".formatted(setting));
    }
}
