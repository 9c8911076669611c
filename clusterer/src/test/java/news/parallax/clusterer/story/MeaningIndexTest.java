package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.TermWeights;
import news.parallax.clusterer.text.Vector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeaningIndexTest {

    private static final int DIMENSIONS = 100;

    private final MeaningIndex index = new MeaningIndex();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nearlyAllOfTheNearestAreFoundAmongManyThatComeAndGo(int seed) {
        var random = new Random(seed);
        List<OpenStory> stories = new ArrayList<>();
        List<Vector> topics = Stream.generate(() -> vector(random)).limit(100).toList();
        for (int i = 0; i < 1_500; i++) {
            Vector topic = topics.get(random.nextInt(topics.size()));
            OpenStory story = story("story-" + i, near(topic, random), near(topic, random));
            stories.add(story);
            index.put(story);
        }
        for (int i = 0; i < 500; i++) {
            index.remove(stories.remove(random.nextInt(stories.size())));
        }
        Vector wanted = near(topics.getFirst(), random);
        List<OpenStory> nearest = stories.stream()
                .sorted(Comparator.comparing(
                        (OpenStory story) -> -story.meaning().nearness(wanted)))
                .limit(8)
                .toList();
        List<OpenStory> found = index.nearest(wanted, 8, _ -> true);
        assertThat(found).doesNotHaveDuplicates().allMatch(stories::contains);
        assertThat(found.getFirst()).isEqualTo(nearest.getFirst());
        assertThat(found.stream().filter(nearest::contains)).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aStoryIsFoundByWhatItMeansNow() {
        Vector east = Vector.of(new float[] {1, 0.1f});
        Vector west = Vector.of(new float[] {-1, 0.1f});
        OpenStory story = story("story", east);
        index.put(story);
        assertThat(index.nearest(west, 3, _ -> true)).isEmpty();
        story.replace(story.members().getFirst(), member(west));
        index.put(story);
        assertThat(index.nearest(west, 3, _ -> true)).containsExactly(story);
        assertThat(index.nearest(west, 3, _ -> false)).isEmpty();
    }

    @Test
    void whatHasNoVectorIsNotFound() {
        index.put(story("story"));
        assertThat(index.nearest(Vector.of(new float[] {1}), 3, _ -> true)).isEmpty();
    }

    @Test
    void theMeanOfVectorsIsThatOfThoseLeft() {
        var meaning = new Meaning();
        Vector east = Vector.of(new float[] {1, 0});
        Vector north = Vector.of(new float[] {0, 1});
        meaning.add(east);
        assertThat(meaning.nearness(east)).isCloseTo(1, within());
        meaning.add(north);
        assertThat(meaning.nearness(east)).isCloseTo(0.5, within());
        meaning.remove(east);
        assertThat(meaning.nearness(east)).isCloseTo(0, within());
        assertThat(meaning.nearness(north)).isCloseTo(1, within());
        meaning.remove(north);
        assertThat(meaning.nearness(north)).isZero();
        assertThat(meaning.signs()).isEmpty();
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }

    private static Vector vector(Random random) {
        float[] values = new float[DIMENSIONS];
        IntStream.range(0, DIMENSIONS).forEach(i -> values[i] = (float) random.nextGaussian());
        return Vector.of(values);
    }

    private static Vector near(Vector topic, Random random) {
        float[] values = new float[DIMENSIONS];
        IntStream.range(0, DIMENSIONS)
                .forEach(i -> values[i] = (float) (topic.components()[i] * topic.scale() * 10 + random.nextGaussian()));
        return Vector.of(values);
    }

    private static OpenStory story(String id, Vector... vectors) {
        var story = new OpenStory(id);
        List.of(vectors).forEach(vector -> story.add(member(vector)));
        return story;
    }

    private static Member member(Vector vector) {
        var article = new ArticleText("article", "Title", "", "", "en", Instant.EPOCH, "", false, "", "");
        var document = new Analyzer(new NoEmbedder()).analyze(article);
        var nothing = new TermWeights(1).weigh(document.terms(), 0);
        return new Member(
                0,
                article,
                nothing,
                nothing,
                nothing,
                Optional.of(vector),
                true,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Membership.founding("story"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }
}
