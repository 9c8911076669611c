package news.parallax.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoryChangesTest {
    private final StoryChanges changes = new StoryChanges();

    @Test
    void anAnswerIsOutdatedByAChangeThatIsHeardWhileItIsMade() {
        long place = changes.place();
        changes.add("a");

        assertThat(changes.unchangedSince(place, List.of("b", "a"))).isFalse();
        assertThat(changes.unchangedSince(place, List.of("b"))).isTrue();
        assertThat(changes.unchangedSince(changes.place(), List.of("a", "b"))).isTrue();
    }

    @Test
    void whatChangedJustNowIsNotCalm() {
        changes.add("a");

        assertThat(changes.calmFor(Duration.ofMinutes(5))).isFalse();
        assertThat(changes.calmFor(Duration.ofMinutes(5), Set.of("a", "b"))).isFalse();
        assertThat(changes.calmFor(Duration.ofMinutes(5), Set.of("b"))).isTrue();
        assertThat(changes.calmFor(Duration.ofNanos(-1), Set.of("a"))).isTrue();
        changes.forget();
        assertThat(changes.calmFor(Duration.ofMinutes(5))).isFalse();
    }

    @Test
    void nothingFromBeforeASilenceIsTrusted() {
        long place = changes.place();
        changes.forget();

        assertThat(changes.unchangedSince(place, List.of())).isFalse();
        assertThat(changes.unchangedSince(changes.place(), List.of("a"))).isTrue();
    }

    @Test
    void whatIsForgottenCountsAsChanged() {
        long place = changes.place();
        for (int i = 0; i <= 100_000; i++) {
            changes.add("story-" + i);
        }

        assertThat(changes.unchangedSince(place, List.of("never-changed"))).isFalse();
        assertThat(changes.unchangedSince(place + 1, List.of("story-0"))).isTrue();
        assertThat(changes.unchangedSince(place + 1, List.of("story-1"))).isFalse();
    }
}
