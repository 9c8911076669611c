package news.parallax.clusterer.digest;

import static news.parallax.clusterer.digest.ToldStory.MORNING;
import static news.parallax.clusterer.digest.ToldStory.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import news.parallax.clusterer.story.OpenStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshTest {

    private final ToldStory story = new ToldStory();
    private final Refresh refresh = new Refresh(RULES);

    @Test
    void aSmallStoryIsToldWithEveryChange() {
        grow(RULES.smallStory() - 1);
        refresh.told(story.story(), MORNING);
        assertThat(refresh.isDue(story.story(), MORNING)).isTrue();
    }

    @Test
    void aLargeStoryIsToldWhenItHasGrownByAShare() {
        grow(50);
        refresh.told(story.story(), MORNING);
        grow(9);
        assertThat(refresh.isDue(story.story(), MORNING)).isFalse();
        grow(1);
        assertThat(refresh.isDue(story.story(), MORNING)).isTrue();
    }

    @Test
    void aLargeStoryIsToldAnewAfterTheInterval() {
        grow(50);
        refresh.told(story.story(), MORNING);
        assertThat(refresh.isDue(story.story(), MORNING.plus(RULES.interval()).minusMillis(1)))
                .isFalse();
        assertThat(refresh.isDue(story.story(), MORNING.plus(RULES.interval()))).isTrue();
    }

    @Test
    void aLargeStoryNobodyToldIsDue() {
        grow(50);
        assertThat(refresh.isDue(story.story(), MORNING)).isTrue();
    }

    @Test
    void whatWaitsIsDueOnceTheIntervalHasPassedAndThenNoMore() {
        grow(50);
        refresh.told(story.story(), MORNING);
        refresh.await(story.story().id());
        assertThat(refresh.due(this::find, MORNING, 10)).isEmpty();
        Instant later = MORNING.plus(RULES.interval());
        assertThat(refresh.due(this::find, later, 10)).containsExactly(story.story());
        refresh.told(story.story(), later);
        assertThat(refresh.due(this::find, later.plus(RULES.interval()), 10)).isEmpty();
    }

    @Test
    void aLargeStoryWhoseArticlesWereRegroupedIsDueHoweverLatelyItWasTold() {
        grow(50);
        refresh.told(story.story(), MORNING);
        assertThat(refresh.awaits(story.story().id())).isFalse();
        refresh.awaitNow(story.story().id());
        assertThat(refresh.awaits(story.story().id())).isTrue();
        assertThat(refresh.due(this::find, MORNING, 10)).containsExactly(story.story());
    }

    @Test
    void aStoryThatHasLeftTheWindowIsForgotten() {
        grow(50);
        refresh.await(story.story().id());
        assertThat(refresh.due(_ -> Optional.empty(), MORNING, 10)).isEmpty();
        assertThat(refresh.due(this::find, MORNING, 10)).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLastChangeIsNeverLeftUntold(int seed) {
        var random = new Random(seed);
        Instant now = MORNING;
        int told = 0;
        for (int batch = 0; batch < 20; batch++) {
            grow(1 + random.nextInt(4));
            now = now.plus(Duration.ofSeconds(random.nextInt(40)));
            if (refresh.isDue(story.story(), now)) {
                told = tell(now);
            } else {
                refresh.await(story.story().id());
            }
        }
        now = now.plus(RULES.interval());
        for (OpenStory _ : refresh.due(this::find, now, 10)) {
            told = tell(now);
        }
        assertThat(told).isEqualTo(story.story().members().size());
    }

    private int tell(Instant now) {
        refresh.told(story.story(), now);
        return story.story().members().size();
    }

    private Optional<OpenStory> find(String id) {
        return Optional.of(story.story()).filter(known -> known.id().equals(id));
    }

    private void grow(int articles) {
        for (int i = 0; i < articles; i++) {
            story.report("a.example", "Tarvos bridge closed after crack", "");
        }
    }
}
