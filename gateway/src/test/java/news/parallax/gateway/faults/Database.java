package news.parallax.gateway.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL in a process of its own, which no catalog takes with it. */
final class Database implements AutoCloseable {
    static final String USER = "parallax";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final int PORT_LINE = 3;

    private final Path folder;
    private final Process process;
    private final ProcessHandle server;
    private final int port;

    private Database(Path folder, Process process, List<String> pidFile) {
        this.folder = folder;
        this.process = process;
        this.server =
                ProcessHandle.of(Long.parseLong(pidFile.getFirst().strip())).orElseThrow();
        this.port = Integer.parseInt(pidFile.get(PORT_LINE).strip());
    }

    /** Returns once it takes connections. */
    static Database start(Path folder, Path log) throws IOException, InterruptedException {
        Path said = log.resolveSibling("database.url");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        Service.CATALOG.classPath(),
                        "news.parallax.catalog.database.DatabaseCommand",
                        folder.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Instant end = Instant.now().plus(START_LIMIT);
        while (!Files.readString(said).contains("jdbc:postgresql:")) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new AssertionError("PostgreSQL does not start: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
        return new Database(folder, process, Files.readAllLines(folder.resolve("cluster/postmaster.pid")));
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    static String jdbcUrl(InetSocketAddress address) {
        return "jdbc:postgresql://%s:%d/postgres".formatted(address.getAddress().getHostAddress(), address.getPort());
    }

    String password() {
        try {
            return Files.readString(folder.resolve("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that no broken network is in the way of. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(address()), USER, password());
    }

    /** Kills a process that serves a catalog, as a bug in it would: the server ends all others and recovers from its log. */
    void crash() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select pid from pg_stat_activity
                        where backend_type = 'client backend' and pid <> pg_backend_pid() order by random() limit 1
                        """)) {
            if (row.next()) {
                Signals.send("KILL", row.getLong(1));
            }
        }
    }

    /** All of the server stands still until {@link #resume}, as when a disk does not answer. */
    void pause() {
        Signals.send("STOP", processes());
    }

    void resume() {
        Signals.send("CONT", processes());
    }

    private long[] processes() {
        return Stream.concat(Stream.of(server), server.descendants())
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        resume();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
