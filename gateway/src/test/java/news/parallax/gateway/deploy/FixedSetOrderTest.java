package news.parallax.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM in which `./dev images` has Quarkus generate: the order of sets is the same in each. */
class FixedSetOrderTest {
    private static final String PRINTER = """
            import java.util.Map;
            import java.util.Set;

            class Printer {
                public static void main(String[] names) {
                    System.out.print(Set.of(names) + " " + Map.of("a", 1, "b", 2, "c", 3, "d", 4));
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aSetHasOneOrderInAllJvmsAndItsElements() throws Exception {
        String[] names = IntStream.range(0, 40).mapToObj(String::valueOf).toArray(String[]::new);
        assertThat(java("../deploy/images/FixedSetOrder.java", folder.toString()))
                .isEmpty();
        Files.writeString(folder.resolve("Printer.java"), PRINTER);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, folder.resolve("Printer.java").toString()))
                .isZero();
        var printed = new HashSet<String>();
        for (int jvm = 0; jvm < 4; jvm++) {
            var line = new ArrayList<>(List.of("--patch-module", "java.base=" + folder, "-cp", folder + "", "Printer"));
            line.addAll(List.of(names));
            printed.add(java(line.toArray(String[]::new)));
        }
        assertThat(printed).hasSize(1);
        String set = printed.iterator().next().replaceAll("^\\[|].*", "");
        assertThat(Set.of(set.split(", "))).containsExactlyInAnyOrder(names);
    }

    private static String java(String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
