package news.parallax.clusterer.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import news.parallax.clusterer.text.ArticleText;
import org.junit.jupiter.api.Test;

class OrderEvalTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void rowsChangePlacesWithinTheirHourAndNowhereElse() {
        List<LabelledArticles.Row> rows =
                IntStream.range(0, 120).mapToObj(OrderEvalTest::row).toList();
        List<Integer> order = OrderEval.shuffledWithinHours(rows, 1);
        assertThat(order.subList(0, 60))
                .containsExactlyInAnyOrderElementsOf(numbers(0, 60))
                .isNotEqualTo(numbers(0, 60));
        assertThat(order.subList(60, 120)).containsExactlyInAnyOrderElementsOf(numbers(60, 120));
        assertThat(OrderEval.shuffledWithinHours(rows, 1)).isEqualTo(order);
        assertThat(OrderEval.shuffledWithinHours(rows, 2)).isNotEqualTo(order);
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** One row a minute. */
    private static LabelledArticles.Row row(int minute) {
        Instant time = NOON.plusSeconds(60L * minute);
        return new LabelledArticles.Row(
                "story", new ArticleText("a" + minute, "Title", "", "", "en", time, "", false, "", ""));
    }
}
