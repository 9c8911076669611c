package news.parallax.clusterer.ingest;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;

/** The packaged catalog with its PostgreSQL, as a process of its own on an empty folder and a free port. */
public final class CatalogProcess implements QuarkusTestResourceLifecycleManager {

    private static final Path JAR = Path.of("../catalog/target/quarkus-app/quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static CatalogProcess current;

    private int port;
    private Path data;
    private Process process;
    private ManagedChannel channel;

    /** The one of this test run. */
    static CatalogProcess current() {
        return current;
    }

    @Override
    public Map<String, String> start() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR.toAbsolutePath().normalize()
                    + " is missing: build the catalog first (./mvnw -pl catalog -am package)");
        }
        try {
            port = freePort();
            data = Files.createTempDirectory(Files.createDirectories(Path.of("target/catalog-data")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        launch();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        current = this;
        return Map.of("quarkus.grpc.clients.catalog.test-port", String.valueOf(port), "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        channel.shutdownNow();
        process.destroy();
        await(process);
    }

    /** Starts it on the same folder and port, and waits until it is ready. */
    void launch() {
        try {
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m", "-jar", JAR.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling(data.getFileName() + ".log").toFile()));
            builder.environment()
                    .put("PARALLAX_CATALOG_DATA", data.toAbsolutePath().toString());
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            process = builder.start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it without warning. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Makes it deaf: connections stay, nothing answers. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    StoryServiceBlockingStub stories() {
        return StoryServiceGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    private void signal(String name) {
        try {
            await(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the catalog does not start; see " + data + ".log");
            }
            pause();
        }
    }

    private boolean isReady() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
