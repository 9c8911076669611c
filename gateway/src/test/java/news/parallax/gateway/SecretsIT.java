package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Timestamp;
import com.sun.net.httpserver.HttpServer;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import news.parallax.article.v1.Article;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What the packaged services write down and answer, with known secrets in their settings and requests, also when things fail. */
@EnabledIfSystemProperty(named = "parallax.services", matches = "true")
@TestInstance(Lifecycle.PER_CLASS)
class SecretsIT {
    private static final String KEY = "key-4f1c9d-of-a-reader";
    private static final String EMAIL = "secret.person.7731@mail.example";
    private static final String PASSWORD = "passphrase-5521-of-a-person";
    private static final String WRONG_PASSWORD = "passphrase-9914-mistyped";
    private static final String DATABASE = "database-6602-password";
    private static final String MODEL = "model-3310-key";
    private static final String TRANSLATION = "translation-8840-key";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Path folder = Path.of("target/secrets").toAbsolutePath();
    private final List<ServiceCopy> started = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer echo;
    private int clustererPort;
    private ServiceCopy catalog;
    private ServiceCopy gateway;

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(folder);
        Path data = Files.createTempDirectory(folder, "data");
        echo = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        echo.createContext("/", exchange -> {
            String question = exchange.getRequestHeaders().entrySet() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(question);
            byte[] answer = question.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        echo.start();
        int port = ServiceCopy.freePort();
        catalog = launch("catalog", port, Map.of("PARALLAX_CATALOG_DATA", data.toString()));
        secrets.put("password of the database", Files.readString(data.resolve("password")));
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        Edition.write(channel, Instant.now());
        channel.shutdownNow();
        String service = "http://127.0.0.1:" + echo.getAddress().getPort();
        clustererPort = ServiceCopy.freePort();
        launch(
                "clusterer",
                clustererPort,
                Map.of(
                        "QUARKUS_GRPC_CLIENTS_CATALOG_PORT",
                        String.valueOf(port),
                        "PARALLAX_CLUSTERER_TRANSLATION_URL",
                        service,
                        "PARALLAX_CLUSTERER_TRANSLATION_API_KEY",
                        TRANSLATION,
                        "PARALLAX_CLUSTERER_DIGEST_MODEL",
                        "openai",
                        "PARALLAX_CLUSTERER_DIGEST_MODEL_URL",
                        service,
                        "PARALLAX_CLUSTERER_DIGEST_MODEL_NAME",
                        "model",
                        "PARALLAX_CLUSTERER_DIGEST_MODEL_API_KEY",
                        MODEL,
                        "PARALLAX_CLUSTERER_DIGEST_MODEL_ARTICLES_MIN",
                        "1",
                        "PARALLAX_CLUSTERER_DIGEST_MODEL_SETTLE_TIME",
                        "0s"));
        gateway = launch(
                "gateway",
                ServiceCopy.freePort(),
                Map.of(
                        "QUARKUS_GRPC_CLIENTS_CATALOG_PORT",
                        String.valueOf(port),
                        "PARALLAX_GATEWAY_WEBHOOKS_ENABLED",
                        "true",
                        "PARALLAX_GATEWAY_READERS_ADA_PLAN",
                        "vantage",
                        "PARALLAX_GATEWAY_READERS_ADA_API_KEY",
                        KEY));
        secrets.putAll(Map.of(
                "key of a reader", KEY,
                "e-mail address", EMAIL,
                "password", PASSWORD,
                "mistyped password", WRONG_PASSWORD,
                "key of the model", MODEL,
                "key of the translation", TRANSLATION,
                "wrong password of the database", DATABASE));
    }

    @AfterAll
    void end() {
        client.close();
        echo.stop(0);
        started.reversed().forEach(ServiceCopy::end);
    }

    @Test
    void noSecretIsWrittenDownOrAnswered() throws Exception {
        ServiceCopy refused = ServiceCopy.launch(
                "catalog",
                "127.0.0.2",
                ServiceCopy.freePort(),
                folder,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        "parallax",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        DATABASE,
                        "QUARKUS_LOG_CATEGORY__NEWS_PARALLAX__LEVEL",
                        "DEBUG"));
        started.add(refused);
        ingest();
        visit();
        refused.endsWithin(Duration.ofSeconds(60));
        catalog.signal("KILL");
        catalog.endsWithin(Duration.ofSeconds(10));
        visit();

        Map<String, String> written = new HashMap<>();
        started.forEach(copy -> written.put(copy.toString(), copy.log()));
        written.put("refusals", String.join("\n", refusals));
        written.put(
                "metrics",
                client.send(HttpRequest.newBuilder(gateway.metrics()).build(), BodyHandlers.ofString())
                        .body());
        assertThat(written.get("metrics")).contains("parallax_gateway_");
        assertThat(refusals).hasSizeGreaterThan(4);
        assertThat(asked).hasSizeGreaterThanOrEqualTo(2).anyMatch(text -> text.contains(MODEL));
        assertThat(refused.log()).contains("password authentication failed");
        secrets.forEach((name, secret) -> {
            assertThat(secret).isNotBlank();
            written.forEach((where, text) -> assertThat(text.contains(secret) && !isForm(name, where))
                    .as("%s in %s", name, where)
                    .isFalse());
        });
    }

    /** Has the clusterer ask the server of translations and the model, which refuse and repeat what they were asked. */
    private void ingest() throws Exception {
        String url = "https://zeitung.example/hafen";
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", clustererPort)
                .usePlaintext()
                .build();
        try {
            var call = ClustererServiceGrpc.newBlockingV2Stub(channel).ingestArticles();
            call.write(IngestArticlesRequest.newBuilder()
                    .setSequence(1)
                    .setArticle(Article.newBuilder()
                            .setId(Edition.articleId(url))
                            .setCanonicalUrl(url)
                            .setTitle("Hafenarbeiter in Rotterdam legen die Arbeit nieder")
                            .setLead(
                                    "Der Streik der Hafenarbeiter trifft 40 Schiffe, sagte die Gewerkschaft am Montag.")
                            .setText("Der Streik der Hafenarbeiter in Rotterdam trifft 40 Schiffe. ".repeat(20))
                            .setLanguage("de")
                            .setDiscoverTime(Timestamp.newBuilder()
                                    .setSeconds(Instant.now().getEpochSecond())))
                    .build());
            assertThat(call.read(60, TimeUnit.SECONDS).hasStored()).isTrue();
            call.halfClose();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (asked.stream().noneMatch(text -> text.contains(MODEL)) && System.nanoTime() < end) {
                Thread.sleep(100);
            }
        } finally {
            channel.shutdownNow();
        }
    }

    /** A form that is shown again has the address that was typed into it. */
    private static boolean isForm(String name, String where) {
        return name.equals("e-mail address") && where.equals("refusals");
    }

    /** What a reader does, right and wrong. */
    private void visit() throws IOException, InterruptedException {
        HttpResponse<String> entered = post("/sign-up", FORM, "email=" + EMAIL + "&password=" + PASSWORD + "&name=Ada");
        entered.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("parallax_session=") && cookie.length() > 40)
                .forEach(cookie -> secrets.put("session", cookie.substring(17, cookie.indexOf(';'))));
        post("/log-in", FORM, "email=" + EMAIL + "&password=" + WRONG_PASSWORD);
        answer(request("/v1/me").header("X-Api-Key", KEY));
        answer(request("/v1/me").header("X-Api-Key", KEY + "-unknown"));
        answer(request("/v1/me").header("Cookie", "parallax_session=" + KEY));
        remember("key made", "/v1/me/keys", "{\"name\":\"mine\"}");
        remember("secret of a webhook", "/v1/me/webhooks", "{\"url\":\"https://127.0.0.1:1/hook\",\"name\":\"mine\"}");
        post("/v1/me/keys", "application/json", "{\"name\":\"" + KEY.repeat(3) + "\",\"key\":\"" + KEY + "\"}");
    }

    private void remember(String name, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> made = answer(request(path)
                .header("X-Api-Key", KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (made.statusCode() == 201) {
            secrets.put(
                    name, new ObjectMapper().readTree(made.body()).get("secret").asText());
        }
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return answer(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            refusals.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.at(path)).header("Sec-Fetch-Site", "same-origin");
    }

    private String database() throws IOException {
        try (var folders = Files.list(folder)) {
            Path newest = folders.filter(path -> Files.exists(path.resolve("cluster/postmaster.pid")))
                    .max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()))
                    .orElseThrow();
            return "jdbc:postgresql://127.0.0.1:"
                    + Files.readAllLines(newest.resolve("cluster/postmaster.pid"))
                            .get(3)
                            .strip() + "/postgres";
        }
    }

    private ServiceCopy launch(String module, int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("QUARKUS_LOG_CATEGORY__NEWS_PARALLAX__LEVEL", "DEBUG");
        ServiceCopy copy = ServiceCopy.start(module, "127.0.0.1", port, folder, all);
        started.add(copy);
        return copy;
    }
}
