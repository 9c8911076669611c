package news.parallax.catalog;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged catalog in a process of its own, on one folder and one port however often it is killed. */
public final class CatalogProcess implements AutoCloseable {
    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private Process process;

    private CatalogProcess(Path data, int port, Map<String, String> settings) throws IOException, InterruptedException {
        this.data = data;
        this.port = port;
        this.settings = settings;
        start();
    }

    public static CatalogProcess start(String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/process-tests")), name);
        return new CatalogProcess(folder.toAbsolutePath(), freePort(), settings);
    }

    /** Starts on a folder that may hold a database already. */
    public static CatalogProcess startOn(Path folder) throws IOException, InterruptedException {
        return new CatalogProcess(folder.toAbsolutePath(), freePort(), Map.of());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public Path data() {
        return data;
    }

    /** Returns a connection of its own, which finds the process again when it was killed. */
    public ManagedChannel connect() {
        return ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    /** Ends the process without a word, and starts it anew. */
    public void killAndRestart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        start();
    }

    /** Lets the process end by itself, with its database. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void start() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-jar", "target/quarkus-app/quarkus-run.jar");
        builder.environment().put("PARALLAX_CATALOG_DATA", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_LOG_LEVEL", "WARN");
        builder.environment().putAll(settings);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        while (!ready()) {
            if (!process.isAlive()) {
                throw new AssertionError("the catalog ended: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private boolean ready() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
