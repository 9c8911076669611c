package news.parallax.clusterer.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.parallax.clusterer.translation.Translator.Outcome;
import news.parallax.clusterer.translation.Translator.Outcome.Busy;
import news.parallax.clusterer.translation.Translator.Outcome.Failed;
import news.parallax.clusterer.translation.Translator.Outcome.NotSpoken;
import news.parallax.clusterer.translation.Translator.Outcome.Translated;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibreTranslateTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TranslationServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new TranslationServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void allTextsOfALanguageGoInOneCallAndComeBackInOrder() {
        int before = server.requests().size();
        Outcome outcome = translate("ok", "eo", PATIENCE, "la ponto", "la “urbo”");

        assertThat(outcome).isEqualTo(new Translated(List.of("eo: la ponto", "eo: la “urbo”")));
        assertThat(server.requests()).hasSize(before + 1);
        JsonNode request = server.requests().getLast();
        assertThat(request.path("target").asText()).isEqualTo("en");
        assertThat(request.path("format").asText()).isEqualTo("text");
        assertThat(request.path("api_key").asText()).isEqualTo("key of the test");
    }

    @Test
    void aLanguageIsFoundByItsPrimarySubtag() {
        assertThat(translate("ok", "zh", PATIENCE, "桥")).isEqualTo(new Translated(List.of("zh-Hans: 桥")));
    }

    @Test
    void aLanguageThatTheServerDoesNotListIsNotAskedFor() {
        int before = server.requests().size();

        assertThat(translate("ok", "tlh", PATIENCE, "text")).isEqualTo(new NotSpoken());
        assertThat(server.requests()).hasSize(before);
    }

    @Test
    void aServerThatFailedOnceIsAskedAgain() {
        assertThat(translate("failsOnce", "eo", PATIENCE, "text")).isEqualTo(new Translated(List.of("eo: text")));
    }

    @Test
    void aBusyServerSaysForHowLong() {
        assertThat(translate("busy", "eo", PATIENCE, "text")).isEqualTo(new Busy(Duration.ofSeconds(90)));
        assertThat(translate("endlesslyBusy", "eo", PATIENCE, "text")).isEqualTo(new Busy(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brokenJson", "oneTooFew", "oneForAll", "refusing", "fails", "endless"})
    void whatIsNoAnswerIsAFailure(String behavior) {
        assertThat(translate(behavior, "eo", PATIENCE, "one", "two")).isInstanceOf(Failed.class);
    }

    @Test
    void patienceEndsBeforeASlowServerDoes() {
        assertThat(translate("slow", "eo", Duration.ofMillis(300), "text")).isEqualTo(new Failed("no answer in time"));
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws IOException {
        URI gone;
        try (var other = new TranslationServer()) {
            gone = other.url("ok");
        }
        var translator = new LibreTranslate(gone, Optional.empty(), "en", 2);

        assertThat(translator.translate(List.of("text"), "eo", PATIENCE)).isInstanceOf(Failed.class);
    }

    private static Outcome translate(String behavior, String language, Duration patience, String... texts) {
        return new LibreTranslate(server.url(behavior), Optional.of("key of the test"), "en", 2)
                .translate(List.of(texts), language, patience);
    }
}
