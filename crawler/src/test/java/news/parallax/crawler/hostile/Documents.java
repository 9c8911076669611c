package news.parallax.crawler.hostile;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Feeds and pages, honest ones and others. */
final class Documents {

    private static final String PARAGRAPH =
            "The harbour board met on Monday and agreed, after a long debate, to repair the"
                    + " northern quay before winter, as the engineers had asked it to do twice this year.";

    private Documents() {}

    static String feed(Stream<String> links) {
        return links.map(link -> "<item><title>Item " + link + "</title><link>" + link + "</link></item>")
                .collect(
                        Collectors.joining("\n", "<rss version=\"2.0\"><channel><title>t</title>", "</channel></rss>"));
    }

    static String feedOf(String host, String... paths) {
        return feed(Stream.of(paths).map(path -> "http://" + host + path));
    }

    static String page(String title) {
        return "<html><head><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>"
                .formatted(title, title, ("<p>" + PARAGRAPH + "</p>").repeat(5));
    }

    static String honestFeed(String host, int entries) {
        return feed(IntStream.range(0, entries).mapToObj(i -> "http://" + host + "/story-" + i));
    }

    static byte[] gzipBomb(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(new byte[1024 * 1024]);
            }
        }
        return packed.toByteArray();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    static byte[] brotliBomb(int megabytes) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return Encoder.compress(new byte[megabytes * 1024 * 1024]);
    }

    static byte[] zstdBomb(int megabytes) {
        return Zstd.compress(new byte[megabytes * 1024 * 1024]);
    }

    static String xmlBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append("&a" + (i - 1) + ";&a" + (i - 1) + ";")
                    .append("\">");
        }
        return bomb + "]><rss version=\"2.0\"><channel><title>&a29;</title><item><title>x</title>"
                + "<link>http://xml-bomb.example/story</link></item></channel></rss>";
    }

    static String externalEntity() {
        return "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>t</title>"
                + "<item><title>secret &x;</title><link>http://external-entity.example/story</link>"
                + "<description>&x;</description></item></channel></rss>";
    }
}
