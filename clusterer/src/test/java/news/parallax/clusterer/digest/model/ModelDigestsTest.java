package news.parallax.clusterer.digest.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.digest.Digest.Point;
import news.parallax.clusterer.digest.model.ModelServer.Behavior;
import news.parallax.clusterer.story.OpenStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Asks a server over HTTP. */
class ModelDigestsTest {

    private final ModelServer server = new ModelServer(Behavior.HONEST);
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "parallax.clusterer.digest.model", "openai",
            "parallax.clusterer.digest.model.url", server.url() + "/v1",
            "parallax.clusterer.digest.model.name", "m7",
            "parallax.clusterer.digest.model.retry-wait", "1ms",
            "parallax.clusterer.digest.model.settle-time", "30s"));
    private final Stories stories = new Stories();
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @AfterEach
    void close() {
        server.close();
    }

    @Nested
    class Answers {

        @ParameterizedTest
        @EnumSource(
                value = Behavior.class,
                names = {"HONEST", "TALKATIVE"})
        void sentencesThatTheArticlesBearOutAreTaken(Behavior behavior) {
            server.behave(behavior);
            ModelDigest digest = tell().orElseThrow();
            assertThat(digest.model()).isEqualTo("m7");
            assertThat(digest.points())
                    .hasSize(3)
                    .allSatisfy(
                            point -> assertThat(stories.text(point.articleId())).contains(point.text()));
        }

        @ParameterizedTest
        @EnumSource(
                value = Behavior.class,
                names = {"HONEST", "TALKATIVE", "HALF_RIGHT"},
                mode = Mode.EXCLUDE)
        void nothingIsTakenOfAModelThatLiesOrFails(Behavior behavior) {
            settings.put("parallax.clusterer.digest.model.timeout", "1s");
            server.behave(behavior);
            assertThat(tell()).isEmpty();
            assertThat(server.requests()).isNotEmpty();
        }

        @Test
        void ofAnAnswerThatIsHalfRightTheRightHalfIsTaken() {
            server.behave(Behavior.HALF_RIGHT);
            assertThat(tell().orElseThrow().points()).hasSize(1);
        }

        @Test
        void ollamaIsAskedInItsOwnWords() {
            settings.put("parallax.clusterer.digest.model", "ollama");
            settings.put("parallax.clusterer.digest.model.url", server.url());
            settings.put("parallax.clusterer.digest.model.answer-tokens", "77");
            assertThat(tell().orElseThrow().points()).hasSize(3);

            JsonNode request = server.requests().getFirst();
            assertThat(request.path("model").asText()).isEqualTo("m7");
            assertThat(request.path("stream").asBoolean()).isFalse();
            assertThat(request.path("options").path("temperature").asDouble(1)).isZero();
            assertThat(request.path("options").path("num_predict").asInt()).isEqualTo(77);
        }
    }

    @Nested
    class Requests {

        @Test
        void articlesAreDataAndOutletsAreNotNamed() {
            tell();
            JsonNode request = server.requests().getFirst();
            assertThat(request.path("temperature").asDouble(1)).isZero();
            assertThat(request.path("max_tokens").asInt()).isEqualTo(500);
            assertThat(request.path("messages")).hasSize(2);
            assertThat(request.path("messages").get(0).path("role").asText()).isEqualTo("system");
            assertThat(request.path("messages").get(0).toString()).doesNotContain("Tarvos");
            assertThat(request.path("messages").get(1).toString())
                    .contains("Tarvos")
                    .doesNotContain("outlet-", "example");
        }

        @Test
        void noMoreArticlesAndCharactersAreSentThanTheSettingsSay() {
            settings.put("parallax.clusterer.digest.model.articles", "2");
            settings.put("parallax.clusterer.digest.model.characters", "300");
            OpenStory story = stories.bridge(9);
            ModelRequest request = ModelRequest.of(story, config()).orElseThrow();
            assertThat(request.articleCount()).isEqualTo(9);
            assertThat(request.articles()).hasSize(2);
            assertThat(request.articles().stream()
                            .mapToInt(article -> article.text().length())
                            .sum())
                    .isBetween(150, 304);
        }

        @Test
        void copiesAndOpinionsAreNoReportsAndTooFewReportsAreNotTold() {
            OpenStory story = stories.bridge(2);
            assertThat(ModelRequest.of(story, config())).isEmpty();
            stories.addCopyOfFirst();
            stories.addOpinion();
            assertThat(story.members()).hasSize(4);
            assertThat(ModelRequest.of(story, config())).isEmpty();
            stories.addReport();
            assertThat(ModelRequest.of(story, config()).orElseThrow().articles())
                    .extracting(Excerpt::articleId)
                    .containsExactlyInAnyOrder("a0", "a1", "a2");
        }

        @Test
        void aModelWithoutAddressOrNameIsRefusedAtStart() {
            settings.remove("parallax.clusterer.digest.model.url");
            assertThatThrownBy(ModelDigestsTest.this::models)
                    .hasMessage("parallax.clusterer.digest.model.url is needed for a language model");
        }

        @Test
        void withoutAModelNothingIsAsked() {
            settings.put("parallax.clusterer.digest.model", "none");
            ModelDigests models = models();
            models.offer(stories.bridge(5));
            now = now.plusSeconds(60);
            assertThat(models.isOn()).isFalse();
            assertThat(models.next()).isEmpty();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Nested
    class Limits {

        @Test
        void aBusyModelIsAskedAsOftenAsTheSettingsSay() {
            settings.put("parallax.clusterer.digest.model.attempts", "3");
            server.behave(Behavior.TOO_MANY_REQUESTS);
            tell();
            assertThat(server.requests()).hasSize(3);
        }

        @Test
        void aModelThatRefusesTheKeyIsNotAskedAgain() {
            settings.put("parallax.clusterer.digest.model.attempts", "3");
            server.behave(Behavior.UNAUTHORIZED);
            tell();
            assertThat(server.requests()).hasSize(1);
        }

        @Test
        void noMoreCallsAreMadeInAnHourThanTheSettingsSay() {
            settings.put("parallax.clusterer.digest.model.calls-per-hour", "2");
            ModelDigests models = models();
            List.of(5, 4, 3).forEach(size -> models.offer(new Stories().bridge(size)));
            now = now.plusSeconds(60);
            assertThat(models.next()).isPresent();
            assertThat(models.next()).isPresent();
            assertThat(models.next()).isEmpty();
            now = now.plus(Duration.ofHours(1));
            assertThat(models.next()).isPresent();
            assertThat(models.next()).isEmpty();
        }

        @Test
        void attemptsCountAsCalls() {
            settings.put("parallax.clusterer.digest.model.attempts", "9");
            settings.put("parallax.clusterer.digest.model.calls-per-hour", "2");
            server.behave(Behavior.TOO_MANY_REQUESTS);
            tell();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Nested
    class Turns {

        @Test
        void aStoryWaitsForFurtherChangesAndIsToldAsItIsThen() {
            ModelDigests models = models();
            OpenStory story = stories.bridge(3);
            models.offer(story);
            now = now.plusSeconds(29);
            assertThat(models.next()).isEmpty();
            stories.addReport();
            models.offer(story);
            now = now.plusSeconds(1);
            assertThat(models.next()).isPresent();
            assertThat(models.next()).isEmpty();
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(
                                    request.path("messages").get(1).toString())
                            .contains("girder number 3"));
        }

        @Test
        void itIsToldAnewWhenItHasGrownByHalf() {
            ModelDigests models = models();
            OpenStory story = stories.bridge(4);
            assertThat(next(models, story)).isPresent();
            stories.addReport();
            assertThat(next(models, story)).isEmpty();
            stories.addReport();
            assertThat(next(models, story)).isPresent();
        }

        @Test
        void itIsToldAnewWhenAnArticleThatWasSentHasLeftItOrChanged() {
            ModelDigests models = models();
            OpenStory story = stories.bridge(5);
            assertThat(next(models, story)).isPresent();
            stories.move("a4");
            assertThat(next(models, story)).isPresent();
            assertThat(next(models, story)).isEmpty();
            stories.change("a0");
            assertThat(next(models, story)).isPresent();
        }

        @Test
        void aStoryOfWhichNothingCameIsAskedForAgainWhenItChanges() {
            server.behave(Behavior.UNAUTHORIZED);
            ModelDigests models = models();
            OpenStory story = stories.bridge(4);
            assertThat(next(models, story)).isEmpty();
            server.behave(Behavior.HONEST);
            assertThat(next(models, story)).isPresent();
        }

        @Test
        void theLargestStoryGoesFirstAndInAFullQueueTheSmallestIsLeftOut() {
            settings.put("parallax.clusterer.digest.model.waiting-stories", "2");
            ModelDigests models = models();
            List<OpenStory> offered = List.of(4, 3, 6).stream()
                    .map(size -> new Stories().bridge(size))
                    .peek(models::offer)
                    .toList();
            now = now.plusSeconds(30);
            assertThat(models.next().orElseThrow().storyId())
                    .isEqualTo(offered.get(2).id());
            assertThat(models.next().orElseThrow().storyId())
                    .isEqualTo(offered.get(0).id());
            assertThat(models.next()).isEmpty();
        }

        @Test
        void ofAnAnswerThatComesLateOnlyThatIsUsedWhichStillHolds() {
            OpenStory story = stories.bridge(3);
            ModelDigest digest = next(models(), story).orElseThrow();
            assertThat(digest.in(story).orElseThrow().points()).hasSize(3);
            stories.move("a1");
            stories.change("a2");
            assertThat(digest.in(story).orElseThrow().points())
                    .extracting(Point::articleId)
                    .containsExactly("a0");
            stories.change("a0");
            assertThat(digest.in(story)).isEmpty();
        }
    }

    private Optional<ModelDigest> tell() {
        return next(models(), stories.bridge(5));
    }

    private Optional<ModelDigest> next(ModelDigests models, OpenStory story) {
        models.offer(story);
        now = now.plusSeconds(30);
        return models.next();
    }

    private ModelDigests models() {
        return new ModelDigests(config(), () -> now);
    }

    private DigestModelConfig config() {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDiscoveredConverters()
                .withMapping(ClustererConfig.class)
                .build()
                .getConfigMapping(ClustererConfig.class)
                .digest()
                .model();
    }
}
