package news.parallax.clusterer.embedding;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How vectors of meaning are made: {@code parallax.clusterer.embedding}. */
public interface EmbeddingConfig {

    /** Which model makes them. */
    @WithParentName
    @WithDefault("minilm")
    ModelName model();

    /**
     * Languages whose vectors can be trusted, alone and between each other, as primary BCP-47 subtags; {@code all} for a
     * multilingual model.
     */
    @WithDefault("en")
    Set<String> languages();

    /** Characters of an article's opening that a model is given. About 100 tokens of English. */
    @WithDefault("400")
    int characters();

    /** Put before each opening, where a model of yours was trained so: {@code "query: "}. */
    Optional<String> prefix();

    /** Another model in this process. */
    Onnx onnx();

    /** A model behind an OpenAI-compatible endpoint. */
    OpenAi openai();

    /** Models that make vectors. */
    enum ModelName {
        /** all-MiniLM-L6-v2 inside this process. */
        MINILM,
        /** Another one inside this process, from files. */
        ONNX,
        /** One behind an OpenAI-compatible endpoint. */
        OPENAI,
        /** None: words and names decide alone. */
        NONE
    }

    /** How a text's vector follows from the states of its tokens. */
    enum Pooling {
        /** Their mean. */
        MEAN,
        /** The state of the first. */
        CLS
    }

    /** Another model in this process. */
    interface Onnx {

        /** The model; its first output is the states of the tokens: texts × tokens × dimensions. */
        Optional<Path> model();

        /** Its {@code tokenizer.json}, in the format of Hugging Face. */
        Optional<Path> tokenizer();

        /** As the model was trained. */
        @WithDefault("mean")
        Pooling pooling();

        /** Tokens of an opening that are read, the model's own two among them. */
        @WithDefault("128")
        int tokenLimit();

        /** Openings that are run together. A quantized model gives each of them another vector for that. */
        @WithDefault("4")
        int batchTexts();
    }

    /** A model behind an OpenAI-compatible endpoint. */
    interface OpenAi {

        /** Beginning of its URLs ({@code http://localhost:11434/v1}); {@code /embeddings} is called. */
        Optional<URI> url();

        /** The model's name there. */
        Optional<String> model();

        /** Sent as bearer token, if it is set. */
        Optional<String> key();

        /** Dimensions of the model's vectors, at most 8,000; others are not taken. */
        @WithDefault("0")
        int dimensions();

        /** Openings in one call, at most. */
        @WithDefault("32")
        int batchTexts();

        /** Longest wait for one answer. */
        @WithDefault("5s")
        Duration timeout();

        /** Attempts for one batch: after no connection, 429 and 5xx. */
        @WithDefault("3")
        int attempts();

        /** Wait after the first failed attempt; doubles with each. The endpoint may ask for more by Retry-After. */
        @WithDefault("500ms")
        Duration retryWait();

        /** Longest time for one batch, all attempts and waits in it; then its articles are grouped without vectors. */
        @WithDefault("15s")
        Duration patience();

        /** After a batch that failed the endpoint is left alone so long; articles are grouped without vectors meanwhile. */
        @WithDefault("30s")
        Duration pause();

        /** Longest answer. */
        @WithDefault("16M")
        MemorySize answerLimit();
    }
}
