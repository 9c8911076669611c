package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostingsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void articlesAreGivenBackInOrderWhateverLeaves(int seed) {
        var random = new Random(seed);
        var postings = new Postings();
        List<Integer> expected = new ArrayList<>();
        for (int article = 0; article < 200; article++) {
            postings.add(article);
            expected.add(article);
            while (random.nextInt(5) < 2 && !expected.isEmpty()) {
                int leaving = expected.remove(pick(random, expected.size()));
                postings.remove(leaving);
            }
            assertThat(latestFirst(postings)).isEqualTo(expected.reversed());
        }
    }

    /** The first and the last most often, as in a window. */
    private static int pick(Random random, int size) {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> size - 1;
            default -> random.nextInt(size);
        };
    }

    private static List<Integer> latestFirst(Postings postings) {
        return IntStream.range(0, postings.size()).mapToObj(postings::latest).toList();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }
}
