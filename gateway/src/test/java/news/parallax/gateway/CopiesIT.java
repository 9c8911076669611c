package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A packaged gateway over copies of the packaged catalog on one database, whose addresses are those of one name. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CopiesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int READERS = 4;

    private final Path folder = Path.of("target/copies").toAbsolutePath();
    private final Path hosts = folder.resolve("hosts");
    private final int port = ServiceCopy.freePort();
    private final List<ServiceCopy> started = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Map<String, String> database = Map.of();
    private ServiceCopy first;
    private ServiceCopy second;
    private ServiceCopy third;
    private ServiceCopy gateway;

    @BeforeAll
    void start() throws IOException {
        Files.createDirectories(folder);
        Path data = Files.createTempDirectory(folder, "data");
        int lenderPort = ServiceCopy.freePort();
        keep(ServiceCopy.start(
                "catalog",
                "127.0.0.1",
                lenderPort,
                folder,
                Map.of("PARALLAX_CATALOG_DATA", data.toString(), "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "12")));
        database = databaseIn(data);
        fill(lenderPort);
        Files.writeString(hosts, "127.0.0.1 localhost\n127.0.0.2 catalog\n127.0.0.3 catalog\n");
        first = catalog("127.0.0.2");
        second = catalog("127.0.0.3");
        gateway = keep(ServiceCopy.start(
                "gateway",
                "127.0.0.1",
                ServiceCopy.freePort(),
                folder,
                Map.of(
                        "QUARKUS_GRPC_CLIENTS_CATALOG_HOST",
                        "catalog",
                        "QUARKUS_GRPC_CLIENTS_CATALOG_PORT",
                        String.valueOf(port),
                        "PARALLAX_GATEWAY_CACHE_SIZE",
                        "0",
                        "PARALLAX_GATEWAY_LIMITS_VISITOR",
                        "0",
                        "QUARKUS_SHUTDOWN_DELAY",
                        "4s",
                        "PARALLAX_GATEWAY_CATALOG_DEADLINE",
                        "15s"),
                "-Djdk.net.hosts.file=" + hosts));
    }

    @AfterAll
    void end() {
        client.close();
        started.reversed().forEach(ServiceCopy::end);
    }

    @Test
    @Order(1)
    void callsAreSpreadOverTheCopies() throws Exception {
        assertThat(failures(() -> {
                    long end = System.nanoTime() + PATIENCE.toNanos();
                    while (System.nanoTime() < end && Stream.of(first, second).anyMatch(copy -> answered(copy) < 50)) {
                        Thread.sleep(100);
                    }
                }))
                .isEmpty();
        assertThat(answered(first)).isGreaterThanOrEqualTo(50);
        assertThat(answered(second)).isGreaterThanOrEqualTo(50);
    }

    @Test
    @Order(2)
    void aCopyThatComesLaterGetsItsPart() throws Exception {
        third = catalog("127.0.0.4");
        Files.writeString(hosts, "127.0.0.4 catalog\n", StandardOpenOption.APPEND);

        assertThat(failures(() -> {
                    long end = System.nanoTime() + PATIENCE.toNanos();
                    while (System.nanoTime() < end && answered(third) < 50) {
                        Thread.sleep(100);
                    }
                }))
                .isEmpty();
        assertThat(answered(third)).isGreaterThanOrEqualTo(50);
    }

    @Test
    @Order(3)
    void aCopyThatHangsCostsNoRequest() throws Exception {
        assertThat(failures(() -> {
                    Thread.sleep(500);
                    second.signal("STOP");
                    Thread.sleep(25_000); // longer than any call may last
                    second.signal("CONT");
                    Thread.sleep(2_000);
                }))
                .isEmpty();
    }

    @Test
    @Order(4)
    void aCopyThatIsStoppedFinishesWhatItBeganAndCostsNoRequest() throws Exception {
        assertThat(failures(() -> {
                    Thread.sleep(500);
                    third.signal("TERM");
                    assertThat(third.endsWithin(PATIENCE)).isTrue();
                    Thread.sleep(1_000);
                }))
                .isEmpty();
        assertThat(third.log()).doesNotContain("Timed out waiting for graceful shutdown");
    }

    @Test
    @Order(5)
    void aCopyThatIsKilledCostsNoRequest() throws Exception {
        assertThat(failures(() -> {
                    Thread.sleep(500);
                    first.signal("KILL");
                    Thread.sleep(3_000);
                }))
                .isEmpty();
    }

    @Test
    @Order(6)
    void aGatewayThatIsStoppedAnswersWhoeverStillComesAndEndsItsStreamsInGoodOrder() throws Exception {
        var listening = client.sendAsync(
                HttpRequest.newBuilder(gateway.at("/v1/stream")).build(), BodyHandlers.ofString());
        Thread.sleep(1_500);
        Queue<String> failures = failures(() -> {
            Thread.sleep(1_000);
            gateway.signal("TERM");
            awaitNotReady();
            assertThat(ready().headers().firstValue("connection")).hasValue("close");
        });

        assertThat(failures).isEmpty();
        assertThat(listening.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(listening.get().body()).contains("retry:3000");
        assertThat(gateway.endsWithin(PATIENCE)).isTrue();
    }

    /** Looks as often as a balancer would, which then sends nobody there any more. */
    private void awaitNotReady() throws IOException, InterruptedException {
        while (ready().statusCode() == 200) {
            Thread.sleep(1_000);
        }
    }

    private HttpResponse<Void> ready() throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(gateway.at("/q/health/ready")).build(), BodyHandlers.discarding());
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    /** Has readers ask without a pause while something happens; returns what they got instead of answers. */
    private Queue<String> failures(Deed deed) throws IOException, InterruptedException {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int reader = 0; reader < READERS; reader++) {
                readers.submit(() -> read(failures));
            }
            deed.run();
            readers.shutdownNow();
        }
        return failures;
    }

    private void read(Queue<String> failures) {
        var request = HttpRequest.newBuilder(gateway.at("/v1/stories/" + Edition.HUB))
                .timeout(Duration.ofSeconds(40))
                .build();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    failures.add(Instant.now() + " " + answer.statusCode() + " " + answer.body());
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    failures.add(Instant.now() + " " + e);
                }
            }
        }
    }

    private static long answered(ServiceCopy catalog) {
        return catalog.linesOfLog("/parallax.catalog.v1.StoryService/GetStory");
    }

    private ServiceCopy catalog(String address) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "12");
        settings.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
        return keep(ServiceCopy.start("catalog", address, port, folder, settings));
    }

    private ServiceCopy keep(ServiceCopy copy) {
        started.add(copy);
        return copy;
    }

    /** The database that a catalog started for itself, which lends it to the others. */
    private static Map<String, String> databaseIn(Path data) throws IOException {
        String postgresPort = Files.readAllLines(data.resolve("cluster").resolve("postmaster.pid"))
                .get(3);
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + postgresPort.strip() + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME",
                "parallax",
                "QUARKUS_DATASOURCE_PASSWORD",
                Files.readString(data.resolve("password")));
    }

    private static void fill(int catalogPort) {
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", catalogPort)
                .usePlaintext()
                .build();
        try {
            Edition.write(channel, Instant.now());
        } finally {
            channel.shutdownNow();
        }
    }
}
