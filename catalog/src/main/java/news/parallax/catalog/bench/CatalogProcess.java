package news.parallax.catalog.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.database.EmbeddedPostgres;

/** The packaged catalog as a process of its own, on a database that is running. Ends with {@link #close}. */
final class CatalogProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final CatalogClient client;

    private CatalogProcess(Process process, CatalogClient client) {
        this.process = process;
        this.client = client;
    }

    /** Returns once it answers. */
    static CatalogProcess start(EmbeddedPostgres postgres, Path log) throws IOException, InterruptedException {
        int port = freePort();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx1g",
                "-jar",
                jar().toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl());
        builder.environment().put("QUARKUS_DATASOURCE_USERNAME", EmbeddedPostgres.USER);
        builder.environment().put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        // the shell's Ctrl-C reaches it too; this is for the other ways to end
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-catalog"));
        var catalog = new CatalogProcess(process, new CatalogClient(port));
        catalog.awaitAnswer(log);
        return catalog;
    }

    CatalogClient client() {
        return client;
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!client.answers()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw new IOException("the catalog does not start: " + Files.readString(log));
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    /** The package that this class is part of: quarkus-app/app/catalog.jar beside quarkus-app/quarkus-run.jar. */
    private static Path jar() throws IOException {
        try {
            Path own = Path.of(CatalogProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path jar = own.resolveSibling("../quarkus-run.jar").normalize();
            if (!Files.exists(jar)) {
                throw new IOException("there is no package at " + jar);
            }
            return jar;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
