package news.parallax.gateway.deploy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the build of every service runs on what Quarkus generated, here on two builds of invented classes. */
class StableJarTest {
    private static final String WRITER = """
            import java.util.Map;

            @org.hibernate.bytecode.enhance.spi.EnhancementInfo(FIRST_MARK, SECOND_MARK)
            public class Writer {
                public static void write(Map<String, String> context) {
                    if (!context.isEmpty()) {
                        throw new IllegalArgumentException("for a new context");
                    }
                    context.put("ROUTER", "router");
                    context.put("HANDLER", "handler");
                    context.put("proxykeys", "no key");
                    context.put("a proxykey1", "no key either");
                }
            }
            """;
    private static final String READER = """
            import java.util.Map;

            public class Reader {
                private static final long LONG = 1L << 40;

                FIRST_MEMBER
                SECOND_MEMBER

                public static String read(Map<String, String> context) {
                    return context.get("HANDLER") + ", " + context.get("ROUTER") + ", " + one() + ", " + other();
                }
            }
            """;
    private static final String MARK = """
            package org.hibernate.bytecode.enhance.spi;

            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            public @interface EnhancementInfo {
                boolean includesDirtyChecking();

                boolean includesAssociationManagement();
            }
            """;
    private static final String ONE_MARK = "includesDirtyChecking = true";
    private static final String OTHER_MARK = "includesAssociationManagement = false";
    private static final String ONE_MEMBER =
            "private static final String FIELD = String.valueOf(LONG); static String one() { return FIELD; }";
    private static final String OTHER_MEMBER =
            "private static final String OTHER_FIELD = String.valueOf(false); static String other() { return OTHER_FIELD; }";
    private static final Map<String, String> ONE_BUILD = Map.ofEntries(
            entry("FIRST_MARK", ONE_MARK),
            entry("SECOND_MARK", OTHER_MARK),
            entry("FIRST_MEMBER", ONE_MEMBER),
            entry("SECOND_MEMBER", OTHER_MEMBER),
            entry("HANDLER", "proxykey12"),
            entry("ROUTER", "proxykey7"),
            entry("OTHER_FIELD", "cachedValue$Zq81xAbc$0f3k2"),
            entry("FIELD", "cachedValue$Zq81xAbc$91m0"));
    private static final Map<String, String> OTHER_BUILD = Map.ofEntries(
            entry("FIRST_MARK", OTHER_MARK),
            entry("SECOND_MARK", ONE_MARK),
            entry("FIRST_MEMBER", OTHER_MEMBER),
            entry("SECOND_MEMBER", ONE_MEMBER),
            entry("HANDLER", "proxykey1"),
            entry("ROUTER", "proxykey134"),
            entry("OTHER_FIELD", "cachedValue$bcD02$0f3k2"),
            entry("FIELD", "cachedValue$bcD02$91m0"));

    @TempDir
    private static Path folder;

    private static byte[] before;
    private static byte[] otherBefore;
    private static Path one;
    private static Path other;
    private static Path twice;

    @BeforeAll
    static void rewrite() throws Exception {
        one = jar("one", ONE_BUILD, List.of("Reader.class", "Writer.class"));
        other = jar("other", OTHER_BUILD, List.of("Writer.class", "Reader.class"));
        twice = Files.copy(one, folder.resolve("twice.jar"));
        before = Files.readAllBytes(one);
        otherBefore = Files.readAllBytes(other);
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "../deploy/images/StableJar.java",
                        one.toString(),
                        other.toString(),
                        twice.toString(),
                        twice.toString())
                .inheritIO()
                .start();
        assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isZero();
    }

    private static Path jar(String name, Map<String, String> build, List<String> order) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Map<String, String> sources =
                Map.of("EnhancementInfo.java", MARK, "Writer.java", WRITER, "Reader.java", READER);
        for (var source : sources.entrySet()) {
            Files.writeString(classes.resolve(source.getKey()), of(build, source.getValue()));
        }
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        Stream.concat(
                                        Stream.of("-g:none"),
                                        sources.keySet().stream()
                                                .map(classes::resolve)
                                                .map(Path::toString))
                                .toArray(String[]::new));
        assertThat(failed).isZero();
        Path jar = folder.resolve(name + ".jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : order) {
                var file = new ZipEntry(entry);
                file.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(file);
                zip.write(Files.readAllBytes(classes.resolve(entry)));
            }
        }
        return jar;
    }

    private static String of(Map<String, String> build, String source) {
        String filled = source;
        for (String longestFirst : build.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .toList()) {
            filled = filled.replace(longestFirst, build.get(longestFirst));
        }
        return filled;
    }

    @Test
    void twoBuildsAreAlike() throws IOException {
        assertThat(before).isNotEqualTo(otherBefore);
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void whatIsAlikeAlreadyStaysAsItIs() {
        assertThat(twice).hasSameBinaryContentAs(one);
    }

    @Test
    void classesFindWhatOtherClassesLeave() throws Exception {
        var context = new HashMap<String, String>();
        try (var loader = new URLClassLoader(new URL[] {one.toUri().toURL()})) {
            loader.loadClass("Writer").getMethod("write", Map.class).invoke(null, context);
            assertThat(loader.loadClass("Reader").getMethod("read", Map.class).invoke(null, context))
                    .isEqualTo("handler, router, " + (1L << 40) + ", false");
        }
        assertThat(context).containsOnlyKeys("proxykey1", "proxykey2", "proxykeys", "a proxykey1");
    }

    @Test
    void timesOfFilesAreThoseOfTheBuild() throws IOException {
        try (var zip = new ZipFile(one.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("Reader.class", "Writer.class");
            assertThat(zip.stream().map(ZipEntry::getTimeLocal)).containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
        }
    }
}
