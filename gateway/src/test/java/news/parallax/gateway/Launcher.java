package news.parallax.gateway;

import static java.nio.file.Files.readString;
import static java.nio.file.Files.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged system as a user starts it: `./dev` with a data folder and ports of its own. */
final class Launcher {
    static final int PORT_BASE = 19080;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home = Path.of("..").toAbsolutePath().normalize();
    private final Path data;

    /** Starts from an empty data folder. */
    Launcher(Path data) {
        this.data = data.toAbsolutePath().normalize();
        deleteTree(this.data);
    }

    /** What a command printed and how it ended. */
    record Outcome(int exitCode, String output) {}

    /** Runs a command to its end. */
    Outcome run(String... command) {
        return await(launch(Map.of(), command));
    }

    /** Starts a command and returns at once; its output goes to a file. */
    Process launch(Map<String, String> environment, String... command) {
        try {
            Files.createDirectories(data.getParent());
            var line = new ArrayList<>(List.of(home.resolve("dev").toString()));
            line.addAll(List.of(command));
            line.addAll(List.of("--data", data.toString(), "--port-base", String.valueOf(PORT_BASE)));
            var builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(outputFile().toFile());
            for (String who : List.of("VISITOR", "FREE", "PRO", "PREMIUM", "VANTAGE")) {
                builder.environment().put("PARALLAX_GATEWAY_LIMITS_" + who, "0"); // tests ask faster than people
            }
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome await(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + PATIENCE + ": " + readString(outputFile()));
            }
            return new Outcome(process.exitValue(), readString(outputFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ends one service as the kernel would when memory runs out: no goodbye. */
    void kill(String service) {
        try {
            long id = Long.parseLong(
                    readString(data.resolve("run").resolve(service + ".pid")).strip());
            ProcessHandle.of(id).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Command lines of live processes that name the data folder: services and their database. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    private Path outputFile() {
        return data.resolveSibling("launcher.log");
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
