package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShortlistTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBestStoriesStayWithTheirBestScoresInWhateverOrderTheyCome(int seed) {
        var random = new Random(seed);
        List<OpenStory> stories = IntStream.range(0, 30)
                .mapToObj(i -> new OpenStory("story-" + i))
                .toList();
        var shortlist = new Shortlist(5);
        Map<OpenStory, Float> bestScores = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            OpenStory story = stories.get(random.nextInt(stories.size()));
            float score = random.nextInt(12); // few values, so that some tie
            bestScores.merge(story, score, Math::max);
            if (shortlist.admits(score)) {
                shortlist.offer(story, score);
            }
        }
        List<OpenStory> expected = bestScores.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<OpenStory, Float> entry) -> -entry.getValue())
                        .thenComparing(entry -> entry.getKey().id()))
                .limit(5)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(shortlist.best()).isEqualTo(expected);
    }

    @Test
    void whatComesNearToTheBestIsAddedToTheFirstFew() {
        var shortlist = new Shortlist(5);
        List<OpenStory> stories =
                Stream.of("a", "b", "c", "d").map(OpenStory::new).toList();
        float[] scores = {10, 7, 5.9f, 6};
        IntStream.range(0, scores.length).forEach(i -> shortlist.offer(stories.get(i), scores[i]));
        assertThat(shortlist.bestAnd(1, 0.6f)).extracting(OpenStory::id).containsExactly("a", "b", "d");
        assertThat(shortlist.bestAnd(4, 0.6f)).extracting(OpenStory::id).containsExactly("a", "b", "d", "c");
        assertThat(new Shortlist(5).bestAnd(4, 0.6f)).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }
}
