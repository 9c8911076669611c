package news.parallax.crawler.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import news.parallax.crawler.page.ArticleExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

class WarcArchiveTest {

    private static final Instant FETCHED = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    private Path folder;

    private final WarcPage pages = pages(TestConfig.with("body-limit", "100K"));

    @ParameterizedTest
    @EnumSource(WarcCompression.class)
    void pagesBecomeArticlesAndOtherRecordsAreSkipped(WarcCompression compression) throws IOException {
        Path file = write(
                compression,
                List.of(
                        new Warcinfo.Builder().date(FETCHED).build(),
                        new WarcRequest.Builder("http://daily.example/one")
                                .date(FETCHED)
                                .body(new HttpRequest.Builder("GET", "/one").build())
                                .build(),
                        page("http://daily.example/one", "One"),
                        new WarcMetadata.Builder()
                                .date(FETCHED)
                                .body(MediaType.parse("text/plain"), "x: y".getBytes(UTF_8))
                                .build(),
                        response(
                                "http://daily.example/two",
                                ok("image/png", "x".getBytes(UTF_8)).build()),
                        response(
                                "http://daily.example/gone",
                                new HttpResponse.Builder(404, "Not Found")
                                        .body(MediaType.HTML, html("Gone").getBytes(UTF_8))
                                        .build()),
                        response(
                                "http://daily.example/",
                                ok("text/html", html("Home").getBytes(UTF_8)).build()),
                        new WarcRevisit.Builder("http://daily.example/one", WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                                .date(FETCHED)
                                .body(ok("text/html", new byte[0]).build())
                                .build(),
                        response(
                                "http://daily.example/no",
                                ok("text/html", html("No").getBytes(UTF_8))
                                        .setHeader("X-Robots-Tag", "noarchive, none")
                                        .build()),
                        page("http://daily.example/three", "Three")));

        assertThat(contents(file, Position.START))
                .containsExactly(
                        "warcinfo",
                        "request",
                        "One",
                        "metadata",
                        "not_html",
                        "not_ok",
                        "home_page",
                        "revisit",
                        "forbidden_by_robots_tag",
                        "Three");
    }

    @Test
    void anArticleWasSeenWhenItWasFetched() throws IOException {
        Path file = write(WarcCompression.GZIP, List.of(page("http://daily.example/one", "One")));
        try (WarcArchive archive = new WarcArchive(file, Position.START, pages)) {
            assertThat(archive.next().orElseThrow().content()).isInstanceOfSatisfying(Content.Article.class, found -> {
                assertThat(found.discoverTime()).contains(FETCHED);
                assertThat(found.article().url().value()).isEqualTo("http://daily.example/one");
            });
        }
    }

    @Test
    void packedAndChunkedBodiesAreUnpacked() throws IOException {
        byte[] packed = gzip(html("Packed"));
        byte[] chunked = ("7\r\n" + html("Chunked").substring(0, 7) + "\r\n"
                        + Integer.toHexString(html("Chunked").length() - 7) + "\r\n"
                        + html("Chunked").substring(7)
                        + "\r\n0\r\n\r\n")
                .getBytes(UTF_8);
        Path file = write(
                WarcCompression.GZIP,
                List.of(
                        response(
                                "http://daily.example/p",
                                ok("text/html", packed)
                                        .setHeader("Content-Encoding", "gzip")
                                        .build()),
                        response(
                                "http://daily.example/q",
                                ok("text/html", html("Plain").getBytes(UTF_8))
                                        .setHeader("Content-Encoding", "gzip")
                                        .build()),
                        response(
                                "http://daily.example/c",
                                ok("text/html", chunked)
                                        .setHeader("Transfer-Encoding", "chunked")
                                        .build())));
        assertThat(contents(file, Position.START)).containsExactly("Packed", "Plain", "Chunked");
    }

    @Test
    void aPageBeyondTheLimitIsSkippedHoweverSmallItIsPacked() throws IOException {
        byte[] bomb = gzip(html("Bomb") + " ".repeat(1_000_000));
        Path file = write(
                WarcCompression.GZIP,
                List.of(
                        response(
                                "http://daily.example/b",
                                ok("text/html", bomb)
                                        .setHeader("Content-Encoding", "gzip")
                                        .build()),
                        page("http://daily.example/one", "One")));
        assertThat(contents(file, Position.START)).containsExactly("too_long", "One");
    }

    @ParameterizedTest
    @EnumSource(WarcCompression.class)
    void fromBehindEachRecordItGoesOnWithTheNext(WarcCompression compression) throws IOException {
        Path file = write(
                compression,
                List.of(
                        page("http://daily.example/1", "One"),
                        page("http://daily.example/2", "Two"),
                        page("http://daily.example/3", "Three")));
        List<String> all = List.of("One", "Two", "Three");
        List<Position> positions = positions(file);
        assertThat(positions).extracting(Position::records).containsExactly(1L, 2L, 3L);
        assertThat(positions.getLast().offset()).isEqualTo(Files.size(file));
        for (int i = 0; i < positions.size(); i++) {
            assertThat(contents(file, positions.get(i))).isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @ParameterizedTest
    @EnumSource(WarcCompression.class)
    void aCutFileLosesOnlyItsLastRecord(WarcCompression compression) throws IOException {
        Path file = write(
                compression, List.of(page("http://daily.example/1", "One"), page("http://daily.example/2", "Two")));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 150));
        assertThat(contents(file, Position.START)).containsExactly("One", "bad");
    }

    @ParameterizedTest
    @EnumSource(WarcCompression.class)
    void behindABrokenRecordItGoesOn(WarcCompression compression) throws IOException {
        Path file = write(
                compression,
                List.of(
                        page("http://daily.example/1", "One"),
                        page("http://daily.example/2", "Two"),
                        page("http://daily.example/3", "Three")));
        byte[] bytes = Files.readAllBytes(file);
        int second = Math.toIntExact(positions(file).getFirst().offset());
        Arrays.fill(bytes, second + 5, second + 60, (byte) 'x');
        Files.write(file, bytes);
        assertThat(contents(file, Position.START))
                .startsWith("One")
                .endsWith("Three")
                .contains("bad")
                .doesNotContain("Two");
    }

    @Test
    void anEmptyFileHasNoRecords() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.warc"));
        assertThat(contents(file, Position.START)).isEmpty();
    }

    @Test
    void aFileOfSomethingElseIsBad() throws IOException {
        Path file = Files.writeString(folder.resolve("no.warc"), "this is no archive\n".repeat(20));
        assertThat(contents(file, Position.START)).containsOnly("bad");
    }

    private List<String> contents(Path file, Position from) throws IOException {
        List<String> contents = new ArrayList<>();
        try (WarcArchive archive = new WarcArchive(file, from, pages)) {
            for (Optional<ArchiveRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
                contents.add(
                        switch (next.get().content()) {
                            case Content.Article article -> article.article().title();
                            case Content.Skipped(var kind) -> kind;
                            case Content.Bad _ -> "bad";
                        });
            }
        }
        return contents;
    }

    private List<Position> positions(Path file) throws IOException {
        List<Position> positions = new ArrayList<>();
        try (WarcArchive archive = new WarcArchive(file, Position.START, pages)) {
            for (Optional<ArchiveRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
                positions.add(next.get().behind());
            }
        }
        return positions;
    }

    private Path write(WarcCompression compression, List<WarcRecord> records) throws IOException {
        Path file = folder.resolve(compression == WarcCompression.GZIP ? "a.warc.gz" : "a.warc");
        try (WarcWriter writer = new WarcWriter(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), compression)) {
            for (var record : records) {
                writer.write(record);
            }
        }
        return file;
    }

    private static WarcPage pages(CrawlerConfig config) {
        return new WarcPage(new ArticleExtractor(config), config);
    }

    private static WarcResponse page(String url, String title) throws IOException {
        return response(
                url, ok("text/html; charset=utf-8", html(title).getBytes(UTF_8)).build());
    }

    private static WarcResponse response(String url, HttpResponse http) throws IOException {
        return new WarcResponse.Builder(url).date(FETCHED).body(http).build();
    }

    private static HttpResponse.Builder ok(String type, byte[] body) {
        return new HttpResponse.Builder(200, "OK").body(MediaType.parse(type), body);
    }

    private static String html(String title) {
        return "<title>" + title + "</title><article><h1>" + title + "</h1><p>"
                + ("The council met on Monday evening and decided, after a long debate, to keep the bridge open. ")
                        .repeat(3)
                + "</p></article>";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
