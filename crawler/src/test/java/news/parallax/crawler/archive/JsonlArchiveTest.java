package news.parallax.crawler.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlArchiveTest {

    private static final String ROWS = """
            {"id":"1","title":"Zürich","domain":"daily.example"}

            {"id":"2","title":
            {"id":"3","title":"Three","domain":"daily.example"}
            {"id":"4","title":"Four","domain":"daily.example"}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rows.jsonl", "rows.jsonl.gz"})
    void fromBehindEachRowItGoesOnWithTheNext(String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(ROWS.getBytes(UTF_8));
        }
        List<ArchiveRecord> all = records(file, Position.START);
        assertThat(texts(all)).containsExactly("line 1 Zürich", "line 3 bad", "line 4 Three", "line 5 Four");
        for (int i = 0; i < all.size(); i++) {
            assertThat(texts(records(file, all.get(i).behind()))).isEqualTo(texts(all.subList(i + 1, all.size())));
        }
    }

    private static List<ArchiveRecord> records(Path file, Position from) throws IOException {
        List<ArchiveRecord> records = new ArrayList<>();
        try (JsonlArchive archive = new JsonlArchive(file, from)) {
            for (Optional<ArchiveRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
                records.add(next.get());
            }
            assertThat(archive.bytesRead()).isEqualTo(Files.size(file));
        }
        return records;
    }

    private static List<String> texts(List<ArchiveRecord> records) {
        return records.stream()
                .map(record -> record.place()
                        + (record.content() instanceof Content.Article(var article, var _)
                                ? " " + article.title()
                                : " bad"))
                .toList();
    }
}
