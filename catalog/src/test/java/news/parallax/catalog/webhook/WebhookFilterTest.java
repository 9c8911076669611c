package news.parallax.catalog.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.search.IndexedStory;
import org.junit.jupiter.api.Test;

class WebhookFilterTest {
    private static final Set<StoryAspect> CHANGED = Set.of(StoryAspect.ARTICLES, StoryAspect.COVERAGE);
    private static final IndexedStory STORY = new IndexedStory(
            Set.of("s:harbor.example", "c:BE", "c:AT", "l:pt", "l:pt-br", "t:ferry", "t:harbor", "g:YES"), 3);

    @Test
    void withoutConditionsEverythingPasses() {
        assertThat(filter(List.of(), false, List.of(), List.of(), List.of(), List.of(), 0)
                        .passes(CHANGED, IndexedStory.UNKNOWN))
                .isTrue();
    }

    @Test
    void ofAListOneIsEnoughButOfSubjectsAllHaveToBeThere() {
        assertThat(passes(List.of("hill.example", "harbor.example"), List.of())).isTrue();
        assertThat(passes(List.of("hill.example"), List.of())).isFalse();
        assertThat(passes(List.of(), List.of("ferry", "harbor"))).isTrue();
        assertThat(passes(List.of(), List.of("ferry", "vote"))).isFalse();
    }

    @Test
    void everyConditionHasToHold() {
        assertThat(filter(
                                List.of(StoryAspect.COVERAGE),
                                true,
                                List.of("harbor.example"),
                                List.of("ferry"),
                                List.of("AT"),
                                List.of("pt"),
                                3)
                        .passes(CHANGED, STORY))
                .isTrue();
        assertThat(filter(List.of(StoryAspect.FOUNDED), false, List.of(), List.of(), List.of(), List.of(), 0)
                        .passes(CHANGED, STORY))
                .isFalse();
        assertThat(filter(List.of(), false, List.of(), List.of(), List.of(), List.of(), 4)
                        .passes(CHANGED, STORY))
                .isFalse();
        assertThat(filter(List.of(), false, List.of(), List.of(), List.of("DE"), List.of(), 0)
                        .passes(CHANGED, STORY))
                .isFalse();
        assertThat(filter(List.of(), false, List.of(), List.of(), List.of(), List.of("pt-pt"), 0)
                        .passes(CHANGED, STORY))
                .isFalse();
        assertThat(filter(List.of(), true, List.of(), List.of(), List.of(), List.of(), 0)
                        .passes(CHANGED, new IndexedStory(Set.of("c:BE"), 9)))
                .isFalse();
    }

    private static boolean passes(List<String> sources, List<String> subjects) {
        return filter(List.of(), false, sources, subjects, List.of(), List.of(), 0)
                .passes(CHANGED, STORY);
    }

    private static WebhookFilter filter(
            List<StoryAspect> aspects,
            boolean gapOnly,
            List<String> sources,
            List<String> subjects,
            List<String> countries,
            List<String> languages,
            int minSources) {
        return new WebhookFilter(aspects, gapOnly, sources, subjects, countries, languages, minSources);
    }
}
