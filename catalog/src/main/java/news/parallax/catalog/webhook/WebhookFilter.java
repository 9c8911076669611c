package news.parallax.catalog.webhook;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.search.IndexedStory;

/** Which changes a webhook is told: those that pass every part that is set. Of a list one is enough, but for subjects. */
record WebhookFilter(
        List<StoryAspect> aspects,
        boolean gapOnly,
        List<String> sourceIds,
        List<String> subjectIds,
        List<String> countries,
        List<String> languages,
        int minSources) {
    WebhookFilter {
        aspects = List.copyOf(aspects);
        sourceIds = List.copyOf(sourceIds);
        subjectIds = List.copyOf(subjectIds);
        countries = List.copyOf(countries);
        languages = List.copyOf(languages);
    }

    boolean passes(Collection<StoryAspect> changed, IndexedStory story) {
        return any(aspects, changed::contains)
                && (!gapOnly || story.gap())
                && story.sources() >= minSources
                && any(sourceIds, story::hasSource)
                && any(countries, story::hasCountry)
                && any(languages, story::hasLanguage)
                && subjectIds.stream().allMatch(story::isAbout);
    }

    private static <T> boolean any(List<T> wanted, Predicate<T> has) {
        return wanted.isEmpty() || wanted.stream().anyMatch(has);
    }
}
