package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPairsTest {

    @TempDir
    Path folder;

    @Test
    void rowsKeepTheOrderOfTheFileAndTwoStillMeansOneStory() throws IOException {
        LabelledPairs pairs =
                read(row("a", "en", "1.0"), row("b", "en", "2.0"), row("c", "en", "2.25"), row("d", "en", "4"));
        assertThat(pairs.rows()).extracting(row -> row.first().text()).containsExactly("a", "b", "c", "d");
        assertThat(pairs.rows()).extracting(LabelledPairs.Row::same).containsExactly(true, true, false, false);
        assertThat(pairs.rows().getFirst().second().text()).isEqualTo("the other");
        assertThat(pairs.badRows()).isZero();
    }

    @Test
    void everyTextIsAnArticleOfItsOwn() throws IOException {
        LabelledPairs pairs = read(row("a", "en", "1"), row("a", "en", "1"));
        assertThat(pairs.rows())
                .flatExtracting(row -> List.of(row.first().id(), row.second().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void languagesThatDifferMakeACrossLingualPairAndRegionsOrUnknownOnesDoNot() throws IOException {
        LabelledPairs pairs = read(row("a", "de", "1"), row("b", "EN-us", "1"), row("c", "", "1"));
        assertThat(pairs.rows()).extracting(LabelledPairs.Row::crossLingual).containsExactly(true, false, false);
    }

    @Test
    void badRowsAreCountedAndTheOthersRead() throws IOException {
        LabelledPairs pairs = read(
                "no json",
                "[1]",
                "",
                row(" ", "en", "1"),
                row("unscored", "en", "null"),
                row("worded", "en", "\"same\""),
                row("beyond", "en", "5"),
                row("good", "en", "1"));
        assertThat(pairs.rows()).extracting(row -> row.first().text()).containsExactly("good");
        assertThat(pairs.badRows()).isEqualTo(6);
    }

    @Test
    void gzippedFilesAreRead() throws IOException {
        Path file = folder.resolve("pairs.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(row("zipped", "en", "1").getBytes());
        }
        assertThat(LabelledPairs.read(file).rows()).hasSize(1);
    }

    private LabelledPairs read(String... lines) throws IOException {
        return LabelledPairs.read(Files.write(folder.resolve("pairs.jsonl"), List.of(lines)));
    }

    private static String row(String text, String language, String overall) {
        return "{\"text1\":\"%s\",\"text2\":\"the other\",\"lang1\":\"%s\",\"lang2\":\"en\",\"overall\":%s}"
                .formatted(text, language, overall);
    }
}
