package news.parallax.clusterer.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.text.Embedder;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiEmbedderTest {

    private static final List<String> TEXTS = List.of("aaa", "b", "cc");

    private EmbeddingServer server;
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @BeforeEach
    void start() throws IOException {
        server = EmbeddingServer.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void eachTextGetsItsVectorThoughTheAnswersAreInAnotherOrder() {
        List<Optional<Vector>> vectors =
                embedder("works", "openai.key", "secret").embed(TEXTS);
        assertThat(vectors).hasSize(3);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(vectors.get(i).orElseThrow().components())
                    .isEqualTo(EmbeddingServer.vectorOf(TEXTS.get(i)).components());
        }
        assertThat(server.calls()).isEqualTo(1);
        assertThat(server.lastModel()).isEqualTo("some-model");
        assertThat(server.lastAuthorization()).isEqualTo("Bearer secret");
    }

    @Test
    void thePrefixIsSentAndNoKeyIfThereIsNone() {
        assertThat(embedder("works", "prefix", "query: ")
                        .embed(List.of("aaa"))
                        .getFirst()
                        .orElseThrow()
                        .components())
                .isEqualTo(EmbeddingServer.vectorOf("query: aaa").components());
        assertThat(server.lastAuthorization()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"busyOnce", "brokenOnce"})
    void whatMayPassIsTriedAgain(String behavior) {
        assertThat(embedder(behavior).embed(TEXTS)).allMatch(Optional::isPresent);
        assertThat(server.calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "silent", "dribbles"})
    void anEndpointThatStaysAwayLeavesArticlesWithoutVectors(String behavior) {
        assertThat(embedder(behavior).embed(TEXTS)).hasSize(3).allMatch(Optional::isEmpty);
        assertThat(server.calls()).isBetween(1, 3);
    }

    @Test
    void anEndpointThatAsksForMorePatienceThanThereIsGetsNoOtherAttempt() {
        assertThat(embedder("busyForAnHour").embed(TEXTS)).allMatch(Optional::isEmpty);
        assertThat(server.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuses", "garbage", "oneTooFew", "wide", "zeros"})
    void whatWouldBeTheSameAgainIsNotTriedAgain(String behavior) {
        assertThat(embedder(behavior).embed(TEXTS)).hasSize(3).allMatch(Optional::isEmpty);
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void anAnswerBeyondTheLimitIsNotTaken() {
        assertThat(embedder("long").embed(TEXTS)).allMatch(Optional::isEmpty);
    }

    @Test
    void nobodyListeningIsNoError() {
        server.stop();
        assertThat(embedder("works").embed(TEXTS)).hasSize(3).allMatch(Optional::isEmpty);
    }

    @Test
    void afterAFailureTheEndpointIsLeftAloneForAWhile() {
        Embedder embedder = embedder("refusesOnce");
        assertThat(embedder.embed(TEXTS)).allMatch(Optional::isEmpty);
        now = now.plus(Duration.ofSeconds(29));
        assertThat(embedder.embed(TEXTS)).hasSize(3).allMatch(Optional::isEmpty);
        assertThat(server.calls()).isEqualTo(1);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(embedder.embed(TEXTS)).allMatch(Optional::isPresent);
    }

    @Test
    void vectorsDifferByModelDimensionsAndText() {
        assertThat(Stream.of(
                                embedder("works"),
                                embedder("works", "openai.model", "other"),
                                embedder("works", "openai.dimensions", "3"),
                                embedder("works", "characters", "200"),
                                embedder("works", "prefix", "query: "))
                        .map(Embedder::modelFingerprint))
                .doesNotHaveDuplicates();
        assertThat(embedder("elsewhere").modelFingerprint())
                .isEqualTo(embedder("works").modelFingerprint());
    }

    @Test
    void whatIsNotSetIsNamed() {
        assertThatThrownBy(() -> ClustererParts.embedder(
                        EmbeddingSettings.of("openai", "openai.dimensions", "4", "openai.model", "m")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parallax.clusterer.embedding.openai.url is not set");
        assertThatThrownBy(() -> embedder("works", "openai.dimensions", "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 8000 dimensions: 0");
    }

    private Embedder embedder(String behavior, String... others) {
        List<String> settings = new ArrayList<>(List.of(
                "openai.url", server.url(behavior),
                "openai.model", "some-model",
                "openai.dimensions", "4",
                "openai.timeout", "300ms",
                "openai.retry-wait", "1ms",
                "openai.patience", "1s",
                "openai.answer-limit", "64K"));
        settings.addAll(List.of(others));
        return OpenAiEmbedder.of(
                EmbeddingSettings.of("openai", settings.toArray(String[]::new)).embedding(), () -> now);
    }
}
