package news.parallax.gateway;

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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service in a process of its own, on an address of its own. */
final class ServiceCopy {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final String address;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final Process process;

    private ServiceCopy(String address, int port, int managementPort, Path log, Process process) {
        this.address = address;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a copy and returns when it is ready.
     *
     * @param folder for its log
     * @param settings of its environment
     * @param flags of its JVM
     */
    static ServiceCopy start(
            String module, String address, int port, Path folder, Map<String, String> settings, String... flags) {
        ServiceCopy copy = launch(module, address, port, folder, settings, flags);
        copy.awaitReady();
        return copy;
    }

    /** Does the same without waiting. */
    static ServiceCopy launch(
            String module, String address, int port, Path folder, Map<String, String> settings, String... flags) {
        try {
            Path log = Files.createDirectories(folder).resolve(module + "-" + address + ".log");
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx400m"));
            line.addAll(List.of(flags));
            line.addAll(List.of("-jar", "../" + module + "/target/quarkus-app/quarkus-run.jar"));
            var builder = new ProcessBuilder(line);
            builder.environment().put("QUARKUS_HTTP_HOST", address);
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0"); // of a gateway's metrics
            int managementPort = freePort(); // only a gateway has one
            builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
            builder.environment().putAll(settings);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ServiceCopy(address, port, managementPort, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes so that whoever reads sees the old file or the new one. */
    static void replace(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    URI at(String path) {
        return URI.create("http://%s:%d%s".formatted(address, port, path));
    }

    /** Where a gateway tells its operator what it does. */
    URI metrics() {
        return URI.create("http://%s:%d/q/metrics".formatted(address, managementPort));
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long linesOfLog(String part) {
        return log().lines().filter(line -> line.contains(part)).count();
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String toString() {
        return log.getFileName().toString();
    }

    /** Ends it, however it is. */
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void awaitReady() {
        var request = HttpRequest.newBuilder(at("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!answersOk(client, request)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new AssertionError("not started: " + log());
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean answersOk(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
