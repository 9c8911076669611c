package news.parallax.catalog.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server of our own on one data folder, as durable as any: fsync, synchronous commit and full page writes
 * are on. It listens on loopback only, on a port that is chosen at each start.
 *
 * <p>The server never outlives the JVM: a shell holds a pipe from it and shuts the server down when the pipe closes,
 * which the kernel does even after {@code kill -9}. A session of its own keeps Ctrl-C in the terminal from reaching the
 * server before the catalog has finished its calls.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** Name of the superuser. */
    public static final String USER = "parallax";

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int PORT_ATTEMPTS = 5;
    // of postmaster.pid: pid, folder, start time, port, socket folder, address, shared memory, state
    // (src/include/utils/pidfile.h)
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    /**
     * Runs "$@" until it ends by itself or standard input closes, whichever comes first; SIGINT is PostgreSQL's fast
     * shutdown. Signals from a terminal are not for us.
     */
    private static final String WATCHDOG = """
            trap '' INT HUP
            exec 3<&0
            "$@" 3<&- </dev/null &
            server=$!
            ( while read -r line <&3; do :; done; kill -INT $server ) 2>/dev/null &
            pipe=$!
            wait $server
            status=$?
            kill $pipe 2>/dev/null
            exit $status
            """;

    private final DataFolder data;
    private final Process watchdog;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DataFolder data, Process watchdog, int port, String password) {
        this.data = data;
        this.watchdog = watchdog;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server and returns once it takes connections.
     *
     * @param folder where the data are, or will be
     * @param startLimit how long the start may take, recovery after a crash included
     * @throws EmbeddedPostgresException if it cannot, with the reason
     */
    public static EmbeddedPostgres start(Path folder, Duration startLimit) {
        DataFolder data = DataFolder.open(folder);
        try {
            return start(data, startLimit);
        } catch (IOException e) {
            data.close();
            throw new EmbeddedPostgresException("The embedded PostgreSQL cannot be started: " + e, e);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /**
     * Returns where the server is that a catalog runs on a folder; empty if none does.
     *
     * @throws EmbeddedPostgresException if it is about to start or to end
     */
    public static Optional<DatabaseAddress> running(Path folder) {
        if (!DataFolder.inUse(folder)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Commands.linesOf(folder.resolve("cluster/postmaster.pid"));
            if (!isReady(lines)) {
                throw new EmbeddedPostgresException("The database in %s is about to start or to end".formatted(folder));
            }
            return Optional.of(new DatabaseAddress(
                    jdbcUrl(lines.get(PORT_LINE)), USER, Files.readString(folder.resolve("password"))));
        } catch (IOException e) {
            throw new EmbeddedPostgresException("The database in %s cannot be found: %s".formatted(folder, e), e);
        }
    }

    /** Whether there is a database in a folder. */
    public static boolean exists(Path folder) {
        return Files.isDirectory(folder.resolve("cluster"));
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(jdbcUrl(), USER, password);
    }

    public String jdbcUrl() {
        return jdbcUrl(String.valueOf(port));
    }

    public String password() {
        return password;
    }

    /** Runs when the server ends without having been asked to. */
    public void onFailure(Runnable action) {
        watchdog.onExit().thenRun(action);
    }

    /** Shuts the server down: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        try {
            watchdog.getOutputStream().close();
            if (!watchdog.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warnf("database still stopping after=%s", STOP_LIMIT);
            }
        } catch (IOException e) {
            LOG.warnf("database pipe already closed: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            data.close();
        }
    }

    private static EmbeddedPostgres start(DataFolder data, Duration startLimit) throws IOException {
        PostgresPrograms programs = PostgresPrograms.unpackInto(data);
        Path passwordFile = data.passwordFile();
        if (!Files.isDirectory(data.cluster())) {
            initialize(data, programs, passwordFile);
        }
        stopLeftover(data, programs);
        Instant deadline = Instant.now().plus(startLimit);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process watchdog = launch(data, programs, port);
            if (ready(data, watchdog, port, deadline)) {
                LOG.infof("database started folder=%s port=%d", data.cluster(), port);
                return new EmbeddedPostgres(data, watchdog, port, Files.readString(passwordFile));
            }
            watchdog.getOutputStream().close();
            String reason = Commands.lastLine(data.log());
            boolean portTaken = Files.readString(data.log()).contains("could not bind");
            if (!portTaken || attempt == PORT_ATTEMPTS) {
                throw new EmbeddedPostgresException(
                        "The embedded PostgreSQL did not start: %s (see %s)".formatted(reason, data.log()));
            }
        }
    }

    private static void initialize(DataFolder data, PostgresPrograms programs, Path passwordFile) throws IOException {
        Path part = data.part();
        Commands.run(
                data.log(),
                programs.path("initdb"),
                "--pgdata=" + part,
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        data.complete(part, data.cluster());
        LOG.infof("database created folder=%s", data.cluster());
    }

    /**
     * Stops a server that outlived its catalog, which happens when its watchdog was killed too, and removes the file
     * that a server left when the machine went down; PostgreSQL would take the process that has the number now for it.
     */
    private static void stopLeftover(DataFolder data, PostgresPrograms programs) throws IOException {
        Path pidFile = data.cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> leftover = Commands.firstLine(pidFile)
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .filter(process -> runsFrom(data, process));
        if (leftover.isPresent()) {
            stop(leftover.get(), data, programs);
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    /** Stops a server that may be ending by itself meanwhile: then pg_ctl fails, and that is as good. */
    private static void stop(ProcessHandle server, DataFolder data, PostgresPrograms programs) throws IOException {
        LOG.infof("stopping a database that was left over pid=%d", server.pid());
        try {
            Commands.run(
                    data.log(),
                    programs.path("pg_ctl"),
                    "stop",
                    "--mode=fast",
                    "--wait",
                    "--timeout=" + STOP_LIMIT.toSeconds(),
                    "--pgdata=" + data.cluster());
        } catch (EmbeddedPostgresException e) {
            Instant deadline = Instant.now().plus(STOP_LIMIT);
            while (runsFrom(data, server)) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** Tells by its program whether a process is a server of ours; one that has ended has none, reaped or not. */
    private static boolean runsFrom(DataFolder data, ProcessHandle process) {
        return process.info().command().map(Path::of).filter(data::contains).isPresent();
    }

    private static Process launch(DataFolder data, PostgresPrograms programs, int port) throws IOException {
        List<String> command = new ArrayList<>(Commands.ownSession());
        command.addAll(Commands.asOrdinaryUser());
        command.addAll(List.of("sh", "-c", WATCHDOG, "postgres-watchdog"));
        command.addAll(List.of(
                programs.path("postgres"),
                "-D",
                data.cluster().toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "jit=off"));
        return Commands.logging(data.log(), command).start();
    }

    /** Waits until the server says in its pid file that it is ready, which needs no connection. */
    private static boolean ready(DataFolder data, Process watchdog, int port, Instant deadline) throws IOException {
        Path pidFile = data.cluster().resolve("postmaster.pid");
        while (watchdog.isAlive() && Instant.now().isBefore(deadline)) {
            List<String> lines = Commands.linesOf(pidFile);
            if (isReady(lines) && lines.get(PORT_LINE).equals(String.valueOf(port))) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static boolean isReady(List<String> pidFile) {
        return pidFile.size() > STATE_LINE && pidFile.get(STATE_LINE).strip().equals("ready");
    }

    private static String jdbcUrl(String port) {
        return "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while the database started", e);
        }
    }
}
