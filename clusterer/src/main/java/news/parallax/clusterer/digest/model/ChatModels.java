package news.parallax.clusterer.digest.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.Optional;

/** Makes the clients of language models. */
final class ChatModels {

    private ChatModels() {}

    /** Returns the model that the settings name, if they name one. */
    static Optional<ChatModel> of(DigestModelConfig config) {
        return switch (config.api()) {
            case NONE -> Optional.empty();
            case OPENAI -> Optional.of(openAi(config));
            case OLLAMA -> Optional.of(ollama(config));
        };
    }

    /** Returns the name of the model; it has one if there is a model. */
    static String name(DigestModelConfig config) {
        return required(config.name(), "name");
    }

    /** Without response_format, which not all servers know: an answer is looked through for JSON anyway. */
    private static ChatModel openAi(DigestModelConfig config) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(BoundedHttp.of(config.timeout(), config.answerBytes()))
                .baseUrl(required(config.url(), "url"))
                .apiKey(config.apiKey().orElse("none"))
                .modelName(name(config))
                .temperature(0.0)
                .maxTokens(config.answerTokens())
                .maxRetries(0)
                .build();
    }

    private static ChatModel ollama(DigestModelConfig config) {
        return OllamaChatModel.builder()
                .httpClientBuilder(BoundedHttp.of(config.timeout(), config.answerBytes()))
                .baseUrl(required(config.url(), "url"))
                .modelName(name(config))
                .temperature(0.0)
                .numPredict(config.answerTokens())
                .responseFormat(ResponseFormat.JSON)
                .maxRetries(0)
                .build();
    }

    private static String required(Optional<String> setting, String name) {
        return setting.orElseThrow(() -> new IllegalArgumentException(
                "parallax.clusterer.digest.model." + name + " is needed for a language model"));
    }
}
