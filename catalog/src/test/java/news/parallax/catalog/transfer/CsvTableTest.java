package news.parallax.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {
    private static final List<String> BAD_LINES =
            List.of("x,\"open", "one", "1,2,3", "a,\"b\"c", "\"", "nul\0,b", ",,,,");

    private final List<CsvTable.Line> lines = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    @Test
    void quotesHoldCommasQuotesAndLineBreaks() {
        read("id,Full Name\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,d\r\n");

        assertThat(lines)
                .extracting(line -> line.number() + " " + line.cell("full_name"))
                .containsExactly("2 a, \"b\"\nc", "5 d");
        assertThat(refusals).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedTakesItsLineOnly() {
        read("id,name\n1,\"open\n2,b\n3,\"c\"\n");

        assertThat(refusals).containsExactly("2 QUOTE_NOT_CLOSED");
        assertThat(lines).extracting(line -> line.cell("id")).containsExactly("2", "3");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneBadLineNeverTakesAGoodRowWithIt(long seed) {
        var random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            rows.add(row + ","
                    + List.of("plain", "\"quoted, too\"", "\"two\nlines\"", "").get(random.nextInt(4)));
        }
        rows.add(random.nextInt(rows.size() + 1), BAD_LINES.get(random.nextInt(BAD_LINES.size())));
        read("id,name\n" + String.join("\n", rows) + "\n");

        assertThat(lines)
                .extracting(line -> line.cell("id"))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(String::valueOf).toList());
        assertThat(refusals).hasSize(1);
    }

    private static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(200);
    }

    private void read(String text) {
        new CsvTable(text, (line, reason) -> refusals.add(line + " " + reason.reason()))
                .read(columns -> assertThat(columns).hasSize(2), lines::add);
    }
}
