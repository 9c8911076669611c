package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledArticlesTest {

    @TempDir
    Path folder;

    @Test
    void rowsComeByDateAndThoseWithoutDateLast() throws IOException {
        Path file = write(
                row("late", "\"2020-05-02T10:00:00+02:00\""),
                row("undated", "null"),
                row("early", "\"2020-05-02T07:59:00\""),
                row("day", "\"2020-05-01\""));
        LabelledArticles articles = LabelledArticles.read(file);
        assertThat(articles.rows())
                .extracting(row -> row.article().id())
                .containsExactly("day", "early", "late", "undated");
        assertThat(articles.rows().getLast().article().time()).isEqualTo(Instant.parse("2020-05-02T08:00:00Z"));
    }

    @Test
    void badRowsAreCountedAndTheOthersRead() throws IOException {
        Path file = write(
                "no json",
                row("good", "null"),
                "",
                "{\"id\":\"x\",\"story\":\"s\",\"title\":\" \",\"text\":\"\"}",
                row("bad-date", "\"yesterday\""));
        LabelledArticles articles = LabelledArticles.read(file);
        assertThat(articles.rows()).extracting(row -> row.article().id()).containsExactly("good");
        assertThat(articles.badRows()).isEqualTo(3);
    }

    @Test
    void gzippedFilesAreRead() throws IOException {
        Path file = folder.resolve("rows.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(row("zipped", "null").getBytes());
        }
        assertThat(LabelledArticles.read(file).rows()).hasSize(1);
    }

    @Test
    void aFileThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> LabelledArticles.read(folder.resolve("none.jsonl")))
                .isInstanceOf(NoSuchFileException.class);
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("rows.jsonl"), List.of(lines));
    }

    private static String row(String id, String date) {
        return "{\"id\":\"%s\",\"story\":\"s\",\"title\":\"A title\",\"text\":\"\",\"lang\":\"en\",\"date\":%s}"
                .formatted(id, date);
    }
}
