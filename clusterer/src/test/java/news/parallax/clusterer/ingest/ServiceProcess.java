package news.parallax.clusterer.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service as a process of its own, on a free port that it keeps. */
final class ServiceProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Path jar;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private Process process;

    private ServiceProcess(Path jar, Map<String, String> environment, Path log, int port) {
        this.jar = jar;
        this.environment = environment;
        this.log = log;
        this.port = port;
    }

    /** Starts a module of this repository, and waits until it is ready. */
    static ServiceProcess start(String module, Map<String, String> environment, Path log) {
        Path jar = Path.of("..", module, "target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("%s is missing: build it first (./mvnw -pl %s -am package)"
                    .formatted(jar.toAbsolutePath().normalize(), module));
        }
        var service = new ServiceProcess(jar, environment, log, freePort());
        service.launch();
        return service;
    }

    int port() {
        return port;
    }

    /** Starts it again on the same port, and waits until it is ready. */
    void launch() {
        try {
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m", "-jar", jar.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    void stop() {
        process.destroy();
        await(process);
    }

    /** Ends it without warning. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Makes it deaf: connections stay, nothing answers. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
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
                throw new IllegalStateException("%s does not start; see %s".formatted(jar, log));
            }
            pause();
        }
    }

    private boolean isReady() {
        return !health().isEmpty();
    }

    /** What it says of itself; empty if it says nothing. */
    String health() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException e) {
            return "";
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

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
