package news.parallax.gateway.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.parallax.gateway.Edition;
import news.parallax.gateway.GatewayConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Webhooks from the change of a story to somebody's server, over HTTP, with the packaged catalog behind. */
@QuarkusTest
@TestProfile(WebhooksOn.class)
class WebhooksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Receiver RECEIVER = new Receiver();

    @Inject
    WebhookClient client;

    @Inject
    Courier courier;

    @Inject
    GatewayConfig config;

    @AfterAll
    static void stop() {
        RECEIVER.close();
    }

    @Test
    void aChangeArrivesSignedAndCutToWhatItsReaderMaySee() throws Exception {
        JsonPath pro = create("pro", "/pro", "harbor.example");
        JsonPath vantage = create("vantage", "/vantage", "harbor.example");
        String story = Edition.tell("harbor", "arrives-signed");

        Receiver.Message toPro = RECEIVER.await("/pro", at -> !at.isEmpty()).getFirst();
        Receiver.Message toVantage =
                RECEIVER.await("/vantage", at -> !at.isEmpty()).getFirst();

        assertThat(toPro.signature()).isEqualTo(signature(pro.getString("secret"), toPro));
        assertThat(toVantage.signature()).isEqualTo(signature(vantage.getString("secret"), toVantage));
        JsonNode cut = JSON.readTree(toPro.body());
        JsonNode whole = JSON.readTree(toVantage.body());
        assertThat(cut.get("type").asText()).isEqualTo("story.founded");
        assertThat(cut.at("/data/storyId").asText()).isEqualTo(story);
        assertThat(cut.at("/data/story/id").asText()).isEqualTo(story);
        assertThat(cut.at("/data/aspects").toString()).contains("founded", "articles");
        assertThat(cut.at("/data/eventId")).isEqualTo(whole.at("/data/eventId"));
        assertThat(cut.at("/data/story/bias").isMissingNode()).isFalse();
        assertThat(cut.at("/data/story/factuality").isMissingNode()).isTrue();
        assertThat(cut.at("/data/story/ownership").isMissingNode()).isTrue();
        assertThat(cut.at("/data/story/locked").properties())
                .extracting(Map.Entry::getKey)
                .contains("factuality");
        assertThat(whole.at("/data/story/factuality").isMissingNode()).isFalse();
        assertThat(whole.at("/data/story/locked").isMissingNode()).isTrue();
    }

    @Test
    void aMessageArrivesSignedOverTlsOfAnAuthorityThatIsTrusted() throws Exception {
        try (var receiver = new Receiver(
                Authority.of(config.webhooks().authorities().orElseThrow()).forLocalhost())) {
            JsonPath made = create("vantage", receiver.url("/over-tls"), "meridiano.example");
            Edition.tell("meridiano", "over-tls");

            Receiver.Message message =
                    receiver.await("/over-tls", at -> !at.isEmpty()).getFirst();

            assertThat(message.signature()).isEqualTo(signature(made.getString("secret"), message));
            assertThat(storyOf(message)).isEqualTo(Edition.storyId("over-tls"));
            awaitDelivery(made.getString("webhook.id"), "delivered");
        }
    }

    @Test
    void whatFailsIsSentAgainUnderTheSameIdUntilItIsTaken() throws Exception {
        RECEIVER.does("/flaky", (exchange, call) -> exchange.sendResponseHeaders(call < 3 ? 500 : 200, -1));
        String webhook = create("vantage", "/flaky", "gazette.example").getString("webhook.id");
        Edition.tell("gazette", "fails-twice");

        List<Receiver.Message> tries = RECEIVER.await("/flaky", at -> at.size() >= 3);

        assertThat(tries)
                .extracting(Receiver.Message::id)
                .hasSize(3)
                .containsOnly(tries.getFirst().id());
        JsonPath delivered = awaitDelivery(webhook, "delivered");
        assertThat(delivered.getString("deliveries[0].id"))
                .isEqualTo(tries.getFirst().id());
        assertThat(delivered.getInt("deliveries[0].attemptCount")).isEqualTo(3);
        assertThat(delivered.getInt("deliveries[0].httpStatus")).isEqualTo(200);
    }

    @Test
    void whatIsNeverTakenIsADeadLetterThatItsReaderCanHaveSentAgain() throws Exception {
        var mended = new AtomicBoolean();
        RECEIVER.does("/dead", (exchange, _) -> exchange.sendResponseHeaders(mended.get() ? 204 : 503, -1));
        String webhook = create("vantage", "/dead", "chronik.example").getString("webhook.id");
        Edition.tell("chronik", "never-taken");

        JsonPath dead = awaitDelivery(webhook, "dead");
        assertThat(dead.getString("deliveries[0].error")).isEqualTo("The receiver answered 503.");
        assertThat(dead.getInt("deliveries[0].attemptCount")).isEqualTo(3);
        assertThat(RECEIVER.at("/dead")).hasSize(3);
        assertThat(as("vantage").get("/v1/me/webhooks/" + webhook).jsonPath().getString("lastError"))
                .isEqualTo("The receiver answered 503.");

        mended.set(true);
        String delivery = dead.getString("deliveries[0].id");
        assertThat(as("vantage")
                        .post("/v1/me/webhooks/%s/deliveries/%s/retry".formatted(webhook, delivery))
                        .statusCode())
                .isEqualTo(200);

        awaitDelivery(webhook, "delivered");
        assertThat(RECEIVER.at("/dead")).hasSize(4);
    }

    @Test
    void twoGatewaysAtOnceDeliverEachMessageOnce() throws Exception {
        create("vantage", "/once", "standaard.example");
        var other = new WebhookDispatcher(client, courier, config);
        var stopped = new AtomicBoolean();
        Thread second = Thread.ofVirtual().start(() -> {
            while (!stopped.get()) {
                try {
                    other.sendDue();
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        Set<String> told = new HashSet<>();
        for (int number = 0; number < 30; number++) {
            told.add(Edition.tell("standaard", "once-%d".formatted(number)));
        }

        List<Receiver.Message> messages = RECEIVER.await("/once", at -> at.size() >= 30);
        stopped.set(true);
        second.join();

        assertThat(messages).extracting(Receiver.Message::id).hasSize(30).doesNotHaveDuplicates();
        assertThat(messages).extracting(WebhooksTest::storyOf).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() throws Exception {
        RECEIVER.answers("/gone", 410);
        String webhook = create("vantage", "/gone", "publiek.example").getString("webhook.id");
        Edition.tell("publiek", "gone");

        JsonPath paused = await(
                () -> as("vantage").get("/v1/me/webhooks/" + webhook).jsonPath(),
                found -> found.getString("state").equals("paused"));

        assertThat(paused.getString("pauseReason")).isEqualTo("gone");
    }

    @Test
    void aWebhookIsPausedGivenAnotherSecretAndDeleted() throws Exception {
        JsonPath made = create("vantage", "/life", "signal.example");
        String path = "/v1/me/webhooks/" + made.getString("webhook.id");
        assertThat(set(path, "paused").jsonPath().getString("pauseReason")).isEqualTo("reader");
        JsonPath rotated = as("vantage").post(path + "/secret").jsonPath();
        assertThat(rotated.getString("secret")).startsWith("whsec_").isNotEqualTo(made.getString("secret"));
        assertThat(set(path, "active").jsonPath().getString("state")).isEqualTo("active");
        Edition.tell("signal", "life");

        Receiver.Message message = RECEIVER.await("/life", at -> !at.isEmpty()).getFirst();
        assertThat(message.signature()).isEqualTo(signature(rotated.getString("secret"), message));
        assertThat(as("vantage").get(path).asString()).doesNotContain("whsec_");
        assertThat(as("vantage").delete(path).statusCode()).isEqualTo(204);
        assertThat(as("vantage").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseSeesOrTouchesAWebhook() {
        String path = "/v1/me/webhooks/"
                + create("vantage", "/mine", "tribune.example").getString("webhook.id");

        assertThat(as("pro").get(path).statusCode()).isEqualTo(404);
        assertThat(as("pro").delete(path).statusCode()).isEqualTo(404);
        assertThat(as("pro").post(path + "/secret").statusCode()).isEqualTo(404);
        assertThat(as("pro").get(path + "/deliveries").statusCode()).isEqualTo(404);
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(given().get("/v1/me/webhooks").statusCode()).isEqualTo(401);
        assertThat(as("vantage").get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeAskedForIsRefusedByACode() {
        assertThat(code("vantage", "{\"name\": \"hook\", \"url\": \"ftp://example.org/\"}"))
                .isEqualTo("400 URL_INVALID");
        assertThat(code("vantage", "{\"name\": \"\", \"url\": \"https://example.org/\"}"))
                .isEqualTo("400 NAME_INVALID");
        assertThat(code(
                        "vantage",
                        "{\"name\": \"hook\", \"url\": \"https://example.org/\", \"filter\": {\"aspects\": [\"x\"]}}"))
                .isEqualTo("400 PARAMETER_INVALID");
        assertThat(code("vantage", "{\"name\": \"hook\", \"url\": \"https://example.org/\", \"secret\": \"mine\"}"))
                .startsWith("400 ");
        assertThat(
                        code(
                                "vantage",
                                "{\"name\": \"hook\", \"url\": \"https://example.org/\", \"filter\": {\"sources\": [\"no.example\"]}}"))
                .isEqualTo("404 SOURCE_NOT_FOUND");
        assertThat(code("free", "{\"name\": \"hook\", \"url\": \"https://example.org/\"}"))
                .isEqualTo("403 CAPABILITY_LOCKED");
    }

    private static String storyOf(Receiver.Message message) {
        try {
            return JSON.readTree(message.body()).at("/data/storyId").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String code(String reader, String body) {
        Response response = as(reader).contentType(ContentType.JSON).body(body).post("/v1/me/webhooks");
        return response.statusCode() + " " + response.jsonPath().getString("code");
    }

    private static RequestSpecification as(String reader) {
        return given().header("X-Api-Key", "key-of-" + reader);
    }

    private static JsonPath create(String reader, String pathOrUrl, String source) {
        String url = pathOrUrl.startsWith("/") ? RECEIVER.url(pathOrUrl) : pathOrUrl;
        Response response = as(reader)
                .contentType(ContentType.JSON)
                .body(Map.of("url", url, "name", "hook", "filter", Map.of("sources", List.of(source))))
                .post("/v1/me/webhooks");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath();
    }

    private static Response set(String path, String state) {
        Response response = as("vantage")
                .contentType(ContentType.JSON)
                .body(Map.of("state", state))
                .patch(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response;
    }

    private static JsonPath awaitDelivery(String webhook, String state) throws InterruptedException {
        return await(
                () -> as("vantage")
                        .get("/v1/me/webhooks/%s/deliveries?state=%s".formatted(webhook, state))
                        .jsonPath(),
                found -> !found.getList("deliveries").isEmpty());
    }

    private static JsonPath await(Supplier<JsonPath> ask, Predicate<JsonPath> complete) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        while (true) {
            JsonPath found = ask.get();
            if (complete.test(found)) {
                return found;
            }
            assertThat(System.nanoTime()).as(found.prettify()).isLessThan(until);
            Thread.sleep(100);
        }
    }

    /** As a receiver counts it. */
    static String signature(String secret, Receiver.Message message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update((message.id() + "." + message.timestamp() + ".").getBytes(UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
    }
}
