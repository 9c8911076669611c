package news.parallax.gateway;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged catalog with its own database, filled with the {@link Edition}; and the settings to find it. */
public final class CatalogProcess implements QuarkusTestResourceLifecycleManager {
    private static final Path JAR = Path.of("../catalog/target/quarkus-app/quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /** Requests a minute that readers of the pro plan have in tests: more than tests make by themselves. */
    public static final int HASTY_LIMIT = 20_000;

    /** Setting of where the world finds the gateway; by default where it is. */
    public static final String PUBLIC_URL_SETTING = "parallax.gateway.public-url";

    private static @Nullable CatalogProcess running;

    private final int port = freePort();
    private Path data = Path.of("target/catalog");
    private Map<String, String> environment = Map.of();
    private String publicUrl = "";
    private @Nullable Process process;

    /** @param arguments settings of the catalog, as variables of its environment; and {@link #PUBLIC_URL_SETTING} */
    @Override
    public void init(Map<String, String> arguments) {
        Map<String, String> variables = new HashMap<>(arguments);
        publicUrl = Objects.requireNonNullElse(variables.remove(PUBLIC_URL_SETTING), "");
        environment = Map.copyOf(variables);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createDirectories(Path.of("target/catalog"));
            data = Files.createTempDirectory(folder, "data");
            launch();
            fill();
            running = this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return settings();
    }

    /** Runs something while the catalog is down; the catalog is up again after it, with its data. */
    public static void withoutCatalog(Runnable action) throws IOException, InterruptedException {
        CatalogProcess catalog = Objects.requireNonNull(running);
        catalog.stop();
        try {
            action.run();
        } finally {
            catalog.launch();
        }
    }

    /** A connection of its own to the running catalog. */
    public static ManagedChannel channel() {
        return NettyChannelBuilder.forAddress("localhost", Objects.requireNonNull(running).port)
                .usePlaintext()
                .build();
    }

    private void launch() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException("package the catalog first: " + JAR + " is missing");
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar", JAR.toString());
        builder.environment().put("PARALLAX_CATALOG_DATA", data.toAbsolutePath().toString());
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("PARALLAX_CATALOG_WEBHOOK_ATTEMPTS_MAX", "1");
        builder.environment().putAll(environment);
        Path log = data.resolveSibling("catalog.log");
        Process started = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        awaitReady(started);
    }

    private void awaitReady(Process started) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant end = Instant.now().plus(START_LIMIT);
        try (var client = HttpClient.newHttpClient()) {
            while (!answersOk(client, request)) {
                if (!started.isAlive() || Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the catalog did not start: see target/catalog/catalog.log");
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean answersOk(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void fill() {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
        try {
            Edition.write(channel, Instant.now());
        } finally {
            channel.shutdownNow();
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.grpc.clients.catalog.test-port", Integer.toString(port)); // port counts outside of tests
        int gatewayPort = freePort();
        settings.put("quarkus.http.test-port", Integer.toString(gatewayPort));
        settings.put(PUBLIC_URL_SETTING, publicUrl.isEmpty() ? "http://localhost:" + gatewayPort : publicUrl);
        for (String plan : new String[] {"free", "pro", "premium", "vantage"}) {
            settings.put("parallax.gateway.readers." + plan + ".name", "Reader of " + plan);
            settings.put("parallax.gateway.readers." + plan + ".plan", plan);
            settings.put("parallax.gateway.readers." + plan + ".api-key", "key-of-" + plan);
        }
        settings.put("parallax.gateway.readers.operator.plan", "vantage");
        settings.put("parallax.gateway.readers.operator.role", "operator");
        settings.put("parallax.gateway.readers.operator.api-key", "key-of-operator");
        settings.put("parallax.gateway.readers.hasty.plan", "pro");
        settings.put("parallax.gateway.readers.hasty.api-key", "key-of-hasty");
        for (String who : new String[] {"visitor", "free", "premium", "vantage"}) {
            settings.put("parallax.gateway.limits." + who, "0"); // tests ask faster than people
        }
        settings.put("parallax.gateway.limits.pro", Integer.toString(HASTY_LIMIT));
        settings.put("parallax.gateway.entry.tries-of-address", "1000");
        settings.put("parallax.gateway.entry.saved-stories", "2");
        settings.put("parallax.gateway.webhooks.enabled", "true");
        settings.put("parallax.gateway.webhooks.allow-private", "true");
        settings.put("parallax.gateway.article-mirror.example", "http://localhost:8084");
        return settings;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
