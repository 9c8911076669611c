package news.parallax.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that others wrote: whether our answers are right is for them to say. A test that needs a missing one is skipped. */
public final class Strangers {
    private static final Path SCRIPTS = Path.of("src/test/npm");
    private static final Path INSTALLED = Path.of("target/npm");

    private Strangers() {}

    /** What a script of src/test/npm prints; fails if it fails. */
    public static String node(String script, List<String> arguments) {
        install();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(arguments);
        return run(INSTALLED, command);
    }

    /** A file of a package that package.json names. */
    public static Path file(String path) {
        install();
        return INSTALLED.resolve("node_modules").resolve(path).toAbsolutePath();
    }

    /** What a command prints, errors included; fails if it fails. */
    public static String run(Path folder, List<String> command) {
        Outcome outcome = attempt(folder, command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError(command + " failed: " + outcome.output());
        }
        return outcome.output();
    }

    /** Skips the test if there is no such program. */
    public static void need(String program) {
        skipUnless(
                attempt(Path.of("."), List.of("sh", "-c", "command -v " + program))
                                .exitCode()
                        == 0,
                program);
    }

    private static synchronized void install() {
        need("npm");
        try {
            Files.createDirectories(INSTALLED);
            boolean changed = false;
            try (var files = Files.list(SCRIPTS)) {
                for (Path file : files.toList()) {
                    Path copy = INSTALLED.resolve(file.getFileName());
                    boolean same = Files.exists(copy) && Files.mismatch(file, copy) < 0;
                    changed |= !same && file.toString().endsWith("package-lock.json");
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Path done = INSTALLED.resolve("installed");
            if (changed || !Files.exists(done)) {
                Files.deleteIfExists(done);
                var install = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
                skipUnless(attempt(INSTALLED, install).exitCode() == 0, "npm registry");
                Files.createFile(done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipUnless(boolean there, String what) {
        if (!there) {
            System.out.println("skipped: no " + what);
        }
        Assumptions.assumeTrue(there, "skipped: no " + what);
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome attempt(Path folder, List<String> command) {
        try {
            Path output = Files.createTempFile("stranger", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Outcome(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
