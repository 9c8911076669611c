import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites jars of classes that Quarkus generated so that names and orders that came by chance or by race are the
 * same in every build; classes do what they did. A jar that is so already stays as it is. Run by the build of every service.
 */
final class StableJar {
    /** @param time as the build set it, of every file the same */
    private record Entry(LocalDateTime time, byte[] content) {}

    private StableJar() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            rewrite(Path.of(jar));
        }
    }

    private static void rewrite(Path jar) throws IOException {
        SortedMap<String, Entry> entries = read(jar);
        var names = new DrawnNames();
        entries.replaceAll((name, entry) -> name.endsWith(".class")
                ? new Entry(entry.time(), names.numbered(MarkOrder.sorted(ProxyOrder.sorted(entry.content()))))
                : entry);
        Files.write(jar, zipped(entries));
    }

    /** By name: the number of a name is that of its first appearance in this order. */
    private static SortedMap<String, Entry> read(Path jar) throws IOException {
        var entries = new TreeMap<String, Entry>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var content = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), new Entry(entry.getTimeLocal(), content.readAllBytes()));
                }
            }
        }
        return entries;
    }

    private static byte[] zipped(SortedMap<String, Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var named : entries.entrySet()) {
                var entry = new ZipEntry(named.getKey());
                entry.setTimeLocal(named.getValue().time());
                zip.putNextEntry(entry);
                zip.write(named.getValue().content());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
