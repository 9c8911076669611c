package news.parallax.clusterer.digest.model;

import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Optional;

/** The language model that may tell stories: {@code parallax.clusterer.digest.model}. */
public interface DigestModelConfig {

    /** Which API the model is called by. */
    @WithParentName
    @WithDefault("none")
    Api api();

    /** Where it is called, up to "/v1" for OpenAI's API and up to the port for Ollama's. Needed unless there is none. */
    Optional<String> url();

    /** Its name there, which is shown beside what it wrote. Needed unless there is none. */
    Optional<String> name();

    /** Key sent as a bearer token, for OpenAI's API. */
    Optional<String> apiKey();

    /** Longest wait for a whole answer. */
    @WithDefault("60s")
    Duration timeout();

    /** Attempts for one story while the model is away, slow or busy. */
    @WithDefault("2")
    int attempts();

    /** Wait after the first failed attempt; doubles with each. */
    @WithDefault("2s")
    Duration retryWait();

    /** Calls in an hour, repeated ones included. */
    @WithDefault("60")
    int callsPerHour();

    /** Independent reports from which on a story is told by the model. */
    @WithDefault("3")
    int articlesMin();

    /** Articles of a story that are sent, at most. */
    @WithDefault("6")
    int articles();

    /** Characters of their titles and sentences, at most. */
    @WithDefault("8000")
    int characters();

    /** Tokens of an answer, at most. */
    @WithDefault("500")
    int answerTokens();

    /** Bytes of an answer, at most; beyond them it is not read on. */
    @WithDefault("262144")
    int answerBytes();

    /** Growth of a story, as a factor, after which it is told anew. */
    @WithDefault("1.5")
    double growth();

    /** Wait after a story has changed, for further changes to be told with it. */
    @WithDefault("30s")
    Duration settleTime();

    /** Stories that wait for the model, at most; the smallest leave first. */
    @WithDefault("1000")
    int waitingStories();

    /** Stories of which it is known what was sent, the latest; at most the characters above each. */
    @WithDefault("10000")
    int rememberedStories();

    /** APIs of language models. */
    enum Api {
        /** No model: stories are told in their own sentences. */
        NONE,
        /** OpenAI's chat completions, which many servers speak. */
        OPENAI,
        /** Ollama's own. */
        OLLAMA
    }
}
