package news.parallax.catalog.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes, really killed. */
class EmbeddedPostgresTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Path folder;
    private Optional<Process> holder = Optional.empty();

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/database-tests")), "data")
                .toAbsolutePath();
    }

    @AfterEach
    void nothingStaysBehind() {
        holder.ifPresent(Process::destroyForcibly);
        await("no server on " + folder, () -> servers().findAny().isEmpty());
    }

    @Test
    void itIsAsDurableAsAnyPostgres() throws Exception {
        try (var postgres = start()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(DatabaseHolder.answer(postgres, "show " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
        }
    }

    @Test
    void itSpeaksUnicodeAndListensOnLoopbackOnly() throws Exception {
        try (var postgres = start()) {
            assertThat(DatabaseHolder.answer(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(DatabaseHolder.answer(postgres, "select lower('ÄŁЖ')")).isEqualTo("äłж");
            assertThat(DatabaseHolder.answer(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(DatabaseHolder.answer(postgres, "show unix_socket_directories"))
                    .isEmpty();
        }
    }

    @Test
    void onlyItsOwnerCanReadThePassword() throws Exception {
        try (var postgres = start()) {
            Path password = folder.resolve("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                    .isEqualTo("rw-------");
            assertThat(postgres.password()).hasSize(48).isEqualTo(Files.readString(password));
        }
    }

    @Test
    void rowsAreFoundAgainAfterAStop() throws Exception {
        try (var postgres = start()) {
            DatabaseHolder.addRow(postgres);
        }
        assertThat(servers()).isEmpty();
        try (var postgres = start()) {
            assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedInOneLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data"), LIMIT))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageStartingWith("The data folder " + file.resolve("data") + " cannot be written")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aDatabaseThatWasCreatedHalfIsCreatedAnew() throws Exception {
        Process process = hold();
        await("a cluster being made", () -> parts().anyMatch(part -> Files.exists(part.resolve("base"))));
        kill(process);
        assertThat(folder.resolve("cluster")).doesNotExist();

        try (var postgres = start()) {
            DatabaseHolder.addRow(postgres);
            assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
        }
    }

    @Nested
    class AfterKillMinusNine {
        @BeforeEach
        void kill() throws Exception {
            Process process = hold();
            awaitHolding(process);
            assertThat(servers()).isNotEmpty();
            EmbeddedPostgresTest.this.kill(process);
        }

        @Test
        void theServerIsGoneToo() {
            await("the server to end", () -> servers().findAny().isEmpty());
        }

        @Test
        void committedRowsAreThere() throws Exception {
            try (var postgres = start()) {
                assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
            }
        }
    }

    @Nested
    class AServerThatOutlivedItsWatchdog {
        private ProcessHandle leftover;

        @BeforeEach
        void killAllButTheServer() throws Exception {
            Process process = hold();
            awaitHolding(process);
            // the second may be late: one that is left would stop the server
            await("both shells of the watchdog", () -> shells(process).size() >= 2);
            shells(process).forEach(ProcessHandle::destroyForcibly);
            kill(process);
            leftover = postmaster();
            assertThat(isServer(leftover)).isTrue();
        }

        @Test
        void isStoppedAndItsRowsAreThere() throws Exception {
            try (var postgres = start()) {
                assertThat(isServer(leftover)).isFalse();
                assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
            }
        }

        /** The world did this: pg_ctl came between the removal of the pid file and the end of the process. */
        @ParameterizedTest(name = "{0} ms after its end was asked for")
        @ValueSource(ints = {0, 5, 10, 20, 40})
        void mayBeEndingByItself(int aheadMillis) throws Exception {
            interrupt(leftover);
            Thread.sleep(aheadMillis);

            try (var postgres = start()) {
                assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
            }
        }
    }

    @Test
    void aPidFileWhoseNumberIsAnotherProcessNowDoesNotStandInTheWay() throws Exception {
        try (var postgres = start()) {
            DatabaseHolder.addRow(postgres);
        }
        Path cluster = folder.resolve("cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                "%d\n%s\n".formatted(ProcessHandle.current().pid(), cluster));

        try (var postgres = start()) {
            assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void aSecondCatalogOnTheFolderIsRefusedInOneLineAndTheFirstGoesOn() throws Exception {
        try (var postgres = start()) {
            Process second = hold();
            assertThat(second.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(new String(second.getErrorStream().readAllBytes()))
                    .isEqualTo("Another catalog is using the data folder " + folder + "\n");
            DatabaseHolder.addRow(postgres);
            assertThat(DatabaseHolder.rows(postgres)).isEqualTo(1);
        }
    }

    @Test
    void aServerThatDiesIsNoticed() throws Exception {
        try (var postgres = start()) {
            var noticed = new CountDownLatch(1);
            postgres.onFailure(noticed::countDown);
            postmaster().destroyForcibly();

            assertThat(noticed.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, LIMIT);
    }

    private Process hold() throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseHolder.class.getName(),
                        folder.toString())
                .start();
        holder = Optional.of(process);
        return process;
    }

    private static void awaitHolding(Process process) throws IOException {
        assertThat(process.inputReader().lines().anyMatch("holding"::equals)).isTrue();
    }

    private void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static void interrupt(ProcessHandle process) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private ProcessHandle postmaster() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private Stream<ProcessHandle> servers() {
        return ProcessHandle.allProcesses().filter(this::isServer);
    }

    private List<ProcessHandle> shells(Process holder) {
        return holder.descendants().filter(child -> !isServer(child)).toList();
    }

    private boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.startsWith(folder.toString()))
                .isPresent();
    }

    private Stream<Path> parts() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".part")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
