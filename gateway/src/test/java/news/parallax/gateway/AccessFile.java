package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** ACCESS.md: who may see what, as tests saw it, a part for each; {@code -Dparallax.access=write} writes it anew. */
final class AccessFile {
    private static final Path FILE = Path.of("ACCESS.md");

    private AccessFile() {}

    /** Fails if the part with that heading is another text. */
    static void check(String heading, String text) throws IOException {
        String start = "## " + heading + "\n";
        String before = Files.readString(FILE);
        int from = before.contains(start) ? before.indexOf(start) : before.length();
        int next = before.indexOf("\n## ", from);
        int end = next < 0 ? before.length() : next;
        if (System.getProperty("parallax.access", "").equals("write")) {
            String gap = from == before.length() ? "\n" : "";
            Files.writeString(FILE, before.substring(0, from) + gap + start + "\n" + text + before.substring(end));
        } else {
            assertThat(before.substring(from, end)).isEqualTo(start + "\n" + text);
        }
    }
}
