package news.parallax.crawler.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What servers do, by the first part of their name; each host's feed is at /feed. */
final class Misbehaviors {

    private static final String RSS = "application/rss+xml";
    private static final String HTML = "text/html; charset=utf-8";

    private final Map<String, Misbehavior> byName = new TreeMap<>();
    /** What keeps the never ending ones alive; never counted down. */
    private final CountDownLatch forever = new CountDownLatch(1);

    Misbehaviors() throws IOException {
        slowOnes();
        longOnes();
        brokenOnes();
        redirects();
        rudeOnes();
        documents();
        pages();
    }

    Map<String, Misbehavior> all() {
        return byName;
    }

    /** A host without robots.txt whose feed does that. */
    private void feed(String name, Misbehavior misbehavior) {
        byName.put(name, exchange -> {
            if (exchange.path().equals("/robots.txt")) {
                exchange.status("404 Not Found");
            } else {
                misbehavior.answer(exchange);
            }
        });
    }

    /** A host with an honest feed of one entry, whose page does that. */
    private void page(String name, Misbehavior misbehavior) {
        feed(name, exchange -> {
            if (exchange.path().equals("/feed")) {
                exchange.body(RSS, Documents.feedOf(exchange.host(), "/story"));
            } else {
                misbehavior.answer(exchange);
            }
        });
    }

    /** A host whose robots.txt does that; the rest is honest. */
    private void robots(String name, Misbehavior misbehavior) {
        byName.put(name, exchange -> {
            switch (exchange.path()) {
                case "/feed" -> exchange.body(RSS, Documents.feedOf(exchange.host(), "/story"));
                case "/story" -> exchange.body(HTML, Documents.page("A story"));
                default -> misbehavior.answer(exchange);
            }
        });
    }

    private void slowOnes() {
        feed("never-answers", exchange -> forever.await());
        feed("slow-drip", exchange -> {
            exchange.head("Content-Type: " + RSS);
            while (true) {
                exchange.send(" ");
                Thread.sleep(50);
            }
        });
        feed("slow-headers", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\n");
            while (true) {
                exchange.send("X-A: b\r\n");
                Thread.sleep(50);
            }
        });
        feed("stops-in-the-middle", exchange -> {
            exchange.head("Content-Type: " + RSS, "Content-Length: 1000000");
            exchange.send("<rss>");
            forever.await();
        });
        page("slow-page", exchange -> {
            exchange.head("Content-Type: " + HTML);
            while (true) {
                exchange.send("<p>");
                Thread.sleep(50);
            }
        });
    }

    private void longOnes() throws IOException {
        feed("endless-body", exchange -> {
            exchange.head("Content-Type: " + RSS);
            while (true) {
                exchange.send(new byte[64 * 1024]);
            }
        });
        feed("endless-headers", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\n");
            while (true) {
                exchange.send("X-Header: " + "x".repeat(1000) + "\r\n");
            }
        });
        feed("endless-header-line", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nX-Header: ");
            while (true) {
                exchange.send("x".repeat(64 * 1024));
            }
        });
        feed("endless-continues", exchange -> {
            while (true) {
                exchange.send("HTTP/1.1 100 Continue\r\n\r\n".repeat(1000));
            }
        });
        feed("endless-chunks", exchange -> {
            exchange.head("Transfer-Encoding: chunked");
            while (true) {
                exchange.send("1\r\n \r\n".repeat(1000));
            }
        });
        feed(
                "cookies",
                exchange -> exchange.head(Stream.generate(() -> "Set-Cookie: a=" + "b".repeat(4000))
                        .limit(50)
                        .toArray(String[]::new)));
        feed("gzip-bomb", exchange -> packed(exchange, "gzip", Documents.gzipBomb(100)));
        feed("gzip-in-gzip-bomb", exchange -> packed(exchange, "gzip, gzip", Documents.gzip(Documents.gzipBomb(500))));
        feed("brotli-bomb", exchange -> packed(exchange, "br", Documents.brotliBomb(100)));
        feed("zstd-bomb", exchange -> packed(exchange, "zstd", Documents.zstdBomb(100)));
        feed("gzip-of-nothing", exchange -> {
            exchange.head("Content-Encoding: gzip");
            byte[] member = Documents.gzip(new byte[0]);
            while (true) {
                exchange.send(member);
            }
        });
    }

    private void packedFeed(String name, String coding, byte[] body) {
        feed(name, exchange -> packed(exchange, coding, body));
    }

    private static void packed(Misbehavior.Exchange exchange, String coding, byte[] body) throws IOException {
        exchange.head("Content-Type: " + RSS, "Content-Encoding: " + coding, "Content-Length: " + body.length);
        exchange.send(body);
    }

    private void brokenOnes() {
        feed("closes-at-once", exchange -> {});
        feed("resets", exchange -> {
            exchange.head("Content-Length: 1000");
            exchange.send("<rss>");
            exchange.socket().setSoLinger(true, 0);
        });
        feed("length-too-long", exchange -> {
            exchange.head("Content-Length: 1000000");
            exchange.send("<rss>");
        });
        feed("length-too-short", exchange -> {
            exchange.head("Content-Type: " + RSS, "Content-Length: 10");
            exchange.send(Documents.feedOf(exchange.host(), "/story"));
        });
        feed("length-absurd", exchange -> exchange.head("Content-Length: 99999999999999999999"));
        feed("length-negative", exchange -> exchange.head("Content-Length: -1"));
        feed("chunks-broken", exchange -> {
            exchange.head("Transfer-Encoding: chunked");
            exchange.send("zz\r\n<rss>\r\n");
        });
        feed("chunk-absurd", exchange -> {
            exchange.head("Transfer-Encoding: chunked");
            exchange.send("7fffffffffffffff\r\n<rss>\r\n");
        });
        feed("status-garbage", exchange -> exchange.send("\0\1\2 hello\r\n\r\n"));
        feed("status-unheard-of", exchange -> exchange.status("999 Whatever"));
        feed("http-0-9", exchange -> exchange.send("<rss></rss>"));
        feed("coding-unknown", exchange -> packed(exchange, "rot13", new byte[] {1, 2, 3}));
        feed(
                "coding-lie",
                exchange -> packed(exchange, "br", "<rss></rss>".repeat(100).getBytes(StandardCharsets.UTF_8)));
    }

    private void redirects() {
        feed("redirect-loop", exchange -> exchange.status("302 Found", "Location: " + exchange.path()));
        feed("redirect-endless", exchange -> exchange.status("301 Moved", "Location: " + exchange.path() + "x"));
        feed("redirect-to-file", exchange -> exchange.status("302 Found", "Location: file:///etc/passwd"));
        feed("redirect-inside", exchange -> exchange.status("302 Found", "Location: http://169.254.169.254/latest"));
        feed("redirect-by-name", exchange -> exchange.status("302 Found", "Location: http://inside.example/"));
        feed("redirect-to-mail", exchange -> exchange.status("302 Found", "Location: http://honest.example:25/"));
        feed("redirect-nowhere", exchange -> exchange.status("302 Found"));
        page("page-redirect-inside", exchange -> exchange.status("302 Found", "Location: http://[::1]:8080/"));
    }

    private void rudeOnes() {
        feed("busy", exchange -> exchange.status("429 Too Many Requests"));
        feed("busy-for-a-year", exchange -> exchange.status("503 Busy", "Retry-After: 31536000"));
        feed("busy-for-less-than-nothing", exchange -> exchange.status("503 Busy", "Retry-After: -5"));
        feed("fails", exchange -> exchange.status("500 Oops"));
        robots("robots-endless", exchange -> {
            exchange.head("Content-Type: text/plain");
            while (true) {
                exchange.send("Disallow: /nothing\n".repeat(1000));
            }
        });
        robots("robots-fail", exchange -> exchange.status("500 Oops"));
        robots("robots-loop", exchange -> exchange.status("302 Found", "Location: /robots.txt"));
        robots("robots-never", exchange -> forever.await());
        robots("robots-inside", exchange -> exchange.status("302 Found", "Location: http://127.0.0.1/robots.txt"));
        robots(
                "robots-stars",
                exchange -> exchange.body(
                        "text/plain",
                        "User-agent: *\nDisallow: /" + "*a".repeat(5_000) + "$\n"
                                + "Disallow: /*?*=*&*=*&*z\n".repeat(5_000)));
    }

    private void documents() {
        feed("empty", exchange -> exchange.body(RSS, ""));
        feed("nul-bytes", exchange -> exchange.body(RSS, new byte[100_000]));
        feed(
                "no-utf-8",
                exchange ->
                        exchange.body(RSS + "; charset=utf-8", new byte[] {'<', 'r', (byte) 0xC3, (byte) 0xFF, '>'}));
        feed(
                "charset-unheard-of",
                exchange -> exchange.body(RSS + "; charset=klingon", Documents.feedOf(exchange.host())));
        feed("one-line", exchange -> exchange.body(RSS, "<rss>" + "x".repeat(900_000)));
        feed("xml-bomb", exchange -> exchange.body(RSS, Documents.xmlBomb()));
        feed("external-entity", exchange -> feedAndStory(exchange, Documents.externalEntity()));
        feed("deep-xml", exchange -> exchange.body(RSS, "<rss>" + "<a>".repeat(250_000)));
        feed("deep-json", exchange -> exchange.body("application/feed+json", "{\"version\":" + "[".repeat(500_000)));
        feed("million-entries", exchange -> {
            exchange.head("Content-Type: " + RSS);
            exchange.send("<rss version=\"2.0\"><channel>");
            for (int i = 0; i < 1_000_000; i += 100) {
                exchange.send(IntStream.range(i, i + 100)
                        .mapToObj(n -> "<item><link>http://" + exchange.host() + "/" + n + "</link></item>")
                        .collect(Collectors.joining()));
            }
        });
        feed(
                "same-entry-for-ever",
                exchange -> feedAndStory(
                        exchange,
                        Documents.feedOf(
                                exchange.host(),
                                Stream.generate(() -> "/story").limit(2_000).toArray(String[]::new))));
        feed(
                "next-page-for-ever",
                exchange -> exchange.body(
                        "application/atom+xml",
                        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>t</title><link rel=\"next\" href=\""
                                + exchange.path() + "x\"/></feed>"));
        feed(
                "sitemap-of-itself",
                exchange -> exchange.body(
                        "application/xml",
                        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>http://"
                                + exchange.host() + exchange.path() + "x</loc></sitemap></sitemapindex>"));
        feed(
                "entries-inside",
                exchange -> exchange.body(
                        RSS,
                        Documents.feed(Stream.of(
                                "http://127.0.0.1/",
                                "http://[::1]/",
                                "http://169.254.169.254/latest",
                                "file:///etc/passwd",
                                "http://2130706433/",
                                "http://user:word@honest.example/",
                                "http://inside.example/"))));
    }

    private static void feedAndStory(Misbehavior.Exchange exchange, String feed) throws IOException {
        if (exchange.path().equals("/feed")) {
            exchange.body(RSS, feed);
        } else {
            exchange.body(HTML, Documents.page("A story"));
        }
    }

    private void pages() {
        page("deep-html", exchange -> exchange.body(HTML, "<html><body>" + "<div>".repeat(50_000) + "text"));
        page("deep-tables", exchange -> exchange.body(HTML, "<table><tr><td>".repeat(15_000) + "text"));
        page("many-elements", exchange -> exchange.body(HTML, "<article><h1>t</h1>" + "<p>a".repeat(50_000)));
        page(
                "many-attributes",
                exchange -> exchange.body(
                        HTML,
                        "<p "
                                + IntStream.range(0, 90_000)
                                        .mapToObj(i -> "a" + i + "=1")
                                        .collect(Collectors.joining(" "))
                                + ">x"));
        page(
                "deep-json-ld",
                exchange -> exchange.body(
                        HTML,
                        "<script type=\"application/ld+json\">" + "{\"@graph\":[".repeat(80_000) + "</script><p>x"));
        page("page-is-binary", exchange -> exchange.body(HTML, new byte[500_000]));
        page("page-is-one-word", exchange -> exchange.body(HTML, "<h1>t</h1><p>" + "x".repeat(900_000)));
        page("page-of-commas", exchange -> exchange.body(HTML, "<h1>t</h1><p>" + ", a".repeat(100_000)));
    }
}
