package news.parallax.crawler.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Pages as newspapers send them, by our own hand: 60 to 150 KB, of which the article is a tenth. The rest is styles and
 * scripts in the page, navigation, teasers of other articles and JSON-LD.
 */
final class BenchPages {

    private static final String[] SYLLABLES =
            "ba be bo da de dor fa fen ga gol ha hin ka ker la len lo ma mer mi na ner no pa per ra ren ri sa sel so ta ter to va ver"
                    .split(" ");

    /** How many are different; more would only fill the server's memory. */
    private static final int PAGES = 64;

    private final List<Page> pages;

    BenchPages(long seed) {
        this.pages = IntStream.range(0, PAGES)
                .mapToObj(i -> Page.of(html(new Random(seed + i))))
                .toList();
    }

    Page page(int number) {
        return pages.get(Math.floorMod(number, PAGES));
    }

    double meanBytes() {
        return pages.stream().mapToInt(page -> page.plain.length).average().orElseThrow();
    }

    /** A page as it is and packed by gzip. */
    record Page(byte[] plain, byte[] packed) {

        static Page of(String text) {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (var out = new GZIPOutputStream(packed)) {
                out.write(plain);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new Page(plain, packed.toByteArray());
        }
    }

    private static String html(Random random) {
        String title = sentence(random, 9);
        return """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s | The Bench</title>
                <meta property="og:title" content="%1$s"><meta property="og:type" content="article">
                <meta property="og:site_name" content="The Bench"><meta name="description" content="%2$s">
                <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"%1$s",
                "datePublished":"2026-05-01T10:00:00Z","author":{"@type":"Person","name":"Ann Bench"},"description":"%2$s"}</script>
                <style>%3$s</style><script>%4$s</script></head><body><header><nav><ul>%5$s</ul></nav></header>
                <main><article><h1>%1$s</h1><p class="byline">By Ann Bench</p><time datetime="2026-05-01T10:00:00Z">1 May</time>
                %6$s</article><aside class="related">%7$s</aside></main><footer><ul>%5$s</ul></footer><script>%8$s</script>
                </body></html>""".formatted(
                        title,
                        sentence(random, 20),
                        styles(random, 60 + random.nextInt(200)),
                        script(random, 150 + random.nextInt(300)),
                        links(random, 80),
                        paragraphs(random, 12 + random.nextInt(20)),
                        teasers(random, 30 + random.nextInt(30)),
                        script(random, 250 + random.nextInt(500)));
    }

    private static String word(Random random) {
        return IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining());
    }

    private static String sentence(Random random, int words) {
        String text = repeat(words, " ", () -> word(random));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String paragraphs(Random random, int count) {
        return repeat(
                count,
                "\n",
                () -> "<p>" + repeat(4, " ", () -> sentence(random, 14) + ", " + word(random) + ".") + "</p>");
    }

    private static String links(Random random, int count) {
        return repeat(
                count,
                "\n",
                () -> "<li class=\"menu-item\"><a href=\"/section/%1$s\">%1$s</a></li>".formatted(word(random)));
    }

    private static String teasers(Random random, int count) {
        return repeat(
                count,
                "\n",
                () -> ("<div class=\"teaser card\"><a href=\"/%s.html\"><img src=\"/%s.jpg\" alt=\"\""
                                + " loading=\"lazy\"><h3 class=\"teaser-title\">%s</h3></a><p>%s</p></div>")
                        .formatted(word(random), word(random), sentence(random, 8), sentence(random, 16)));
    }

    private static String styles(Random random, int count) {
        return repeat(
                count,
                "",
                () -> ".%s-%s{display:flex;margin:0 %dpx;color:#%06x}"
                        .formatted(word(random), word(random), random.nextInt(40), random.nextInt(1 << 24)));
    }

    private static String script(Random random, int count) {
        return repeat(
                count,
                "",
                () -> "window.%1$s=window.%1$s||function(){return %2$d<%3$d&&\"%4$s\"};"
                        .formatted(word(random), random.nextInt(9_999), random.nextInt(9_999), sentence(random, 5)));
    }

    private static String repeat(int count, String separator, Supplier<String> part) {
        return IntStream.range(0, count).mapToObj(i -> part.get()).collect(Collectors.joining(separator));
    }
}
