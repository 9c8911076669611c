package news.parallax.gateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One copy of a service, the process that it is now, and what can be done to it. */
final class Copy {
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final HttpClient ASKER = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Service service;
    private final int number;
    private final int port;
    private final Path folder;
    private final Map<String, String> settings;
    private @Nullable Process process;
    private boolean endedByUs = true;
    private int endedByItself;

    /**
     * @param number from 1; the copy listens on 127.0.0.number
     * @param folder of the run: has a file {@code hosts}, gets the log
     */
    Copy(Service service, int number, int portBase, Path folder, Map<String, String> settings) {
        this.service = service;
        this.number = number;
        this.port = service.port(portBase);
        this.folder = folder;
        this.settings = Map.copyOf(settings);
    }

    Service service() {
        return service;
    }

    String name() {
        return service.key() + "-" + number;
    }

    String host() {
        return "127.0.0." + number;
    }

    int port() {
        return port;
    }

    long pid() {
        return running().pid();
    }

    /** How often it ended though nobody had ended it. */
    int endedByItself() {
        return endedByItself;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    void start() {
        if (isAlive()) {
            return;
        }
        endedByItself += endedByUs ? 0 : 1;
        endedByUs = false;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx" + service.heapMegabytes() + "m",
                "-Djdk.net.hosts.file=" + folder.resolve("hosts")));
        command.addAll(List.of("-jar", service.app().resolve("quarkus-run.jar").toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name() + ".log").toFile()));
        builder.environment().put("QUARKUS_HTTP_HOST", host());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0"); // of a gateway's metrics, which nobody asks for here
        builder.environment().putAll(settings);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as the kernel would when memory runs out. */
    void kill() {
        endedByUs = true;
        running().destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Asks it to end, as an update does. */
    void stop() {
        if (!isAlive()) {
            return;
        }
        endedByUs = true;
        running().destroy();
        if (!awaitEnd(STOP_LIMIT)) {
            running().destroyForcibly();
            awaitEnd(Duration.ofSeconds(10));
            throw new AssertionError(name() + " did not end within " + STOP_LIMIT + " of SIGTERM");
        }
    }

    void pause() {
        Signals.send("STOP", pid());
    }

    void resume() {
        Signals.send("CONT", pid());
    }

    /** Returns once it is ready; starts it again if it ends by itself meanwhile, as any supervisor does. */
    void awaitReady() throws InterruptedException {
        Instant end = Instant.now().plus(START_LIMIT);
        while (!isReady()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(name() + " does not come up, see " + folder.resolve(name() + ".log"));
            }
            if (!isAlive()) {
                start();
            }
            Thread.sleep(100);
        }
    }

    boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://%s:%d/q/health/ready".formatted(host(), port)))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return ASKER.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return running().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(name() + " was not started");
        }
        return process;
    }
}
