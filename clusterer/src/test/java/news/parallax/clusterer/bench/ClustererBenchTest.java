package news.parallax.clusterer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClustererBenchTest {

    @TempDir
    Path folder;

    @Test
    void withoutDataThereIsNothingToMeasureAndThatIsNoFailure() {
        var out = new ByteArrayOutputStream();
        int code = ClustererBench.run(
                new String[] {folder.resolve("none.tsv").toString()}, new PrintStream(out), System.err);
        assertThat(code).isZero();
        assertThat(out).hasToString("skipped: no data" + System.lineSeparator());
    }

    @Test
    void wrongArgumentsAreRefused() {
        for (List<String> wrong : List.of(
                List.of("--window", "many"), List.of("--window", "3"), List.of("--window"), List.of("--speed", "1"))) {
            assertThatThrownBy(() -> BenchOptions.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(BenchOptions.parse(List.of("a.tsv", "--window", "5000")))
                .isEqualTo(new BenchOptions(Path.of("a.tsv"), 5000));
    }

    @Test
    void textsAreSpreadOverOneWeekInOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.tsv"), """
                date\tdomain\tarticle\tkind\tseq\ttext
                2007-05-22\texample.org\tx\ttitle\t0\tA title
                broken
                2019-05-22\texample.org\tx\tpar\t2\tA paragraph
                2019-05-23\texample.org\tx\tpar\t3\tLeft out
                """);
        List<ArticleText> texts = ShortTexts.read(file, 2);
        assertThat(texts).extracting(ArticleText::title).containsExactly("A title", "");
        assertThat(texts).extracting(ArticleText::text).containsExactly("", "A paragraph");
        Instant start = texts.getFirst().time();
        assertThat(texts.getLast().time()).isEqualTo(start.plus(Duration.ofHours(84)));
    }

    @Test
    void likeWordingsHaveLikeRandomVectors() {
        Vector flood = vector("the flood in the valley of the river");
        assertThat(flood.cosine(vector("the flood in the valley of the river"))).isEqualTo(1, within(1e-6));
        assertThat(flood.cosine(vector("the flood in the valley of a brook"))).isGreaterThan(.5);
        assertThat(flood.cosine(vector("parliament votes on taxes"))).isBetween(-.3, .3);
    }

    private static Vector vector(String text) {
        return new RandomProjection().embed(List.of(text)).getFirst().orElseThrow();
    }
}
