package news.parallax.catalog.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the programs of PostgreSQL are run, and what they leave in files. */
final class Commands {
    private Commands() {}

    /** Runs a program of PostgreSQL to its end; what it says is in the log, and in the exception if it fails. */
    static void run(Path log, String... command) throws IOException {
        List<String> whole = new ArrayList<>(asOrdinaryUser());
        whole.addAll(List.of(command));
        Process process = logging(log, whole).start();
        try {
            if (process.waitFor() != 0) {
                throw new EmbeddedPostgresException(
                        "%s failed: %s (see %s)".formatted(Path.of(command[0]).getFileName(), lastLine(log), log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while " + command[0] + " ran", e);
        }
    }

    /**
     * Returns a process that writes a log anew. It appends to the emptied file, because a server that is ending may
     * still write there: two writers with offsets of their own would overwrite each other.
     */
    static ProcessBuilder logging(Path log, List<String> command) throws IOException {
        Files.write(log, new byte[0]);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    }

    /** Returns what to put before a command so that signals from the terminal do not reach it. */
    static List<String> ownSession() {
        return onPath("setsid") ? List.of("setsid") : List.of();
    }

    /**
     * Returns what to put before a command so that it does not run as root, which PostgreSQL refuses. In a user namespace without mapping root is nobody to the server, and still the
     * owner of its files to the kernel.
     */
    static List<String> asOrdinaryUser() throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "--user");
        if (!onPath("unshare") || !succeeds(List.of("unshare", "--user", "true"))) {
            throw new EmbeddedPostgresException("PostgreSQL does not run as root, and \"unshare --user\" is not"
                    + " possible here: start the catalog as another user or set QUARKUS_DATASOURCE_JDBC_URL");
        }
        return unshare;
    }

    private static boolean succeeds(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Returns the lines of a file; none if it is not there. */
    static List<String> linesOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    static Optional<String> firstLine(Path file) throws IOException {
        return linesOf(file).stream().findFirst();
    }

    static String lastLine(Path file) throws IOException {
        return linesOf(file).stream()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .orElse("no message");
    }
}
