package news.parallax.crawler.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import news.parallax.crawler.FakeServices;
import news.parallax.crawler.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hub over HTTP, honest and hostile. */
@QuarkusTest
@TestProfile(WebSubTest.WithCallback.class)
@QuarkusTestResource(value = FakeServices.class, restrictToAnnotatedClass = true)
class WebSubTest {

    private static final String TOPIC = FakeServices.WANTED.getTopicUrl();
    private static final String VERIFY =
            "hub.mode=subscribe&hub.lease_seconds=3600&hub.challenge=ebb%3Cb%3E&hub.topic=";

    public static final class WithCallback implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "parallax.crawler.allow-private-addresses", "true",
                    "parallax.crawler.shared-hosts", "false",
                    "parallax.crawler.host-interval", "0s",
                    "parallax.crawler.websub-interval", "50ms",
                    "parallax.crawler.websub-body-limit", "1K",
                    "parallax.crawler.websub-callback", "https://news.example.org/crawler/");
        }
    }

    @TestHTTPResource("/websub/")
    URI callback;

    @Inject
    Subscriber subscriber;

    @BeforeEach
    void forget() {
        FakeServices.TOLD.clear();
    }

    @Test
    void aHubIsAskedWithTopicSecretAndCallback() throws Exception {
        subscriber.start();
        String form = FakeSite.ASKED_OF_HUB.poll(20, TimeUnit.SECONDS);
        assertThat(form).isNotNull();
        assertThat(List.of(URLDecoder.decode(form, StandardCharsets.UTF_8).split("&")))
                .containsExactlyInAnyOrder(
                        "hub.mode=subscribe",
                        "hub.topic=" + TOPIC,
                        "hub.callback=https://news.example.org/crawler/websub/a1b2c3",
                        "hub.secret=tide");
    }

    @Test
    void theChallengeIsGivenBackForWhatWasAskedForOnly() throws Exception {
        HttpResponse<String> ours = get("a1b2c3", VERIFY + TOPIC);
        assertThat(ours.statusCode()).isEqualTo(200);
        assertThat(ours.body()).isEqualTo("ebb<b>");
        assertThat(ours.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(FakeServices.TOLD).containsExactly("confirmed 3600");

        HttpResponse<String> otherTopic = get("a1b2c3", VERIFY + "http://outlet.example/other");
        assertThat(otherTopic.statusCode()).isEqualTo(404);
        assertThat(otherTopic.body()).isEmpty();
        assertThat(get("ffffff", VERIFY + TOPIC).statusCode()).isEqualTo(404);
        assertThat(get("a1b2c3", "hub.mode=unsubscribe&hub.challenge=x&hub.topic=" + TOPIC)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("a1b2c3", "hub.mode=subscribe&hub.topic=" + TOPIC).statusCode())
                .isEqualTo(404);
        assertThat(FakeServices.TOLD).containsExactly("confirmed 3600");
    }

    @Test
    void aRefusalOfTheHubIsNoted() throws Exception {
        assertThat(get("a1b2c3", "hub.mode=denied&hub.reason=no&hub.topic=" + TOPIC)
                        .statusCode())
                .isEqualTo(200);
        assertThat(FakeServices.TOLD).containsExactly("denied0");
    }

    @Test
    void whatTheHubSignedMakesTheFeedDueEachTimeAndNothingElse() throws Exception {
        assertThat(push("a1b2c3", "X-Hub-Signature", sign("sha1", "HmacSHA1", "tide", "<rss/>"), "<rss/>"))
                .isEqualTo(202);
        assertThat(push("a1b2c3", "X-Hub-Signature-256", sign("sha256", "HmacSHA256", "tide", "<rss/>"), "<rss/>"))
                .isEqualTo(202);
        assertThat(FakeServices.TOLD).containsExactly("pushed", "pushed");
    }

    @Test
    void whatIsNotSignedOrTooLongOrOfNobodyIsNotHeard() throws Exception {
        String right = sign("sha256", "HmacSHA256", "tide", "<rss/>");
        assertThat(push("a1b2c3", "X-Hub-Signature", sign("sha256", "HmacSHA256", "flood", "<rss/>"), "<rss/>"))
                .isEqualTo(403);
        assertThat(push("a1b2c3", "X-Hub-Signature", right, "<rss>forged</rss>"))
                .isEqualTo(403);
        assertThat(push("a1b2c3", "X-Other", "x", "<rss/>")).isEqualTo(403);
        assertThat(push("a1b2c3", "X-Hub-Signature", "md5=00", "<rss/>")).isEqualTo(403);
        assertThat(push("a1b2c3", "X-Hub-Signature", "sha256=no digits", "<rss/>"))
                .isEqualTo(403);
        assertThat(push("ffffff", "X-Hub-Signature", right, "<rss/>")).isEqualTo(410);
        String tooLong = "x".repeat(5_000);
        assertThat(push("a1b2c3", "X-Hub-Signature", sign("sha256", "HmacSHA256", "tide", tooLong), tooLong))
                .isEqualTo(413);
        assertThat(FakeServices.TOLD).isEmpty();
    }

    private HttpResponse<String> get(String id, String query) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(callback + id + "?" + query))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private int push(String id, String header, String value, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(callback + id))
                                    .header(header, value)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String sign(String method, String algorithm, String secret, String body) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return method + "=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
