package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.BiasCount;
import news.parallax.catalog.v1.CountryCount;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.FactualityCount;
import news.parallax.catalog.v1.LanguageCount;
import news.parallax.catalog.v1.ListCoverageRequest;
import news.parallax.catalog.v1.ListCoverageResponse;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.OwnershipCount;
import news.parallax.catalog.v1.Split;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CoverageSeriesTest {
    @Test
    void aSeriesTellsEveryMomentOnceOverAllPagesAndEndsWithNow() {
        String story = storyId("series");
        for (int number = 0; number < 5; number++) {
            record(record(story, "https://series-%d.example/a".formatted(number)));
            record(record(story, "https://series-%d.example/b".formatted(number)));
        }
        List<Coverage> series =
                series(ListCoverageRequest.newBuilder().setStoryId(story).setPageSize(2));

        assertThat(series)
                .extracting(coverage -> coverage.getAll().getTotalSources())
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(series.getLast()).isEqualTo(story(story).getCoverage());
        assertThat(series(ListCoverageRequest.newBuilder()
                        .setStoryId(story)
                        .setFromTime(series.get(1).getAsOfTime())
                        .setUntilTime(series.get(3).getAsOfTime())))
                .isEqualTo(series.subList(1, 3));
    }

    @Test
    void theSeriesOfAStoryThatIsNotThereAndTheTokenOfAnotherAreRefused() {
        String story = storyId("series refused");
        record(record(story, "https://series-refused.example/a"));
        var unknown = ListCoverageRequest.newBuilder().setStoryId(storyId("series nowhere"));
        var token = ListCoverageRequest.newBuilder().setStoryId(story).setPageToken("x");

        assertThat(refusal(Code.NOT_FOUND, () -> stories().listCoverage(unknown.build()))
                        .getReason())
                .isEqualTo("STORY_NOT_FOUND");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> stories().listCoverage(token.build()))
                        .getReason())
                .isEqualTo("PAGE_TOKEN_INVALID");
    }

    @Test
    void everyNumberOfBothSplitsIsACountOfTheSourcesBehindIt() {
        String story = storyId("explained");
        importSources(
                source("explained-a.example", OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM),
                source(
                        "explained-b.example",
                        OwnershipCategory.OWNERSHIP_CATEGORY_OTHER,
                        OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM),
                source("explained-c.example").toBuilder()
                        .setCountry("FR")
                        .setLanguage("fr")
                        .build());
        importRatings(
                rating("explained-a.example", "rater", Bias.BIAS_LEAN_LEFT),
                rating("explained-a.example", "rater", Factuality.FACTUALITY_HIGH),
                rating("explained-c.example", "rater", Bias.BIAS_FAR_RIGHT));
        record(
                record(story, "https://explained-a.example/1"),
                record(story, "https://explained-b.example/1"),
                copy(record(story, "https://explained-c.example/1"), "https://explained-a.example/1"),
                record(story, "https://explained-unknown.example/1"));

        Coverage coverage = coverage(story);
        assertExplained(coverage.getAll(), coverage.getSourcesList());
        assertExplained(
                coverage.getIndependent(),
                coverage.getSourcesList().stream()
                        .filter(CoverageSource::getIndependent)
                        .toList());
        assertThat(coverage.getAll().getByCountryList())
                .extracting(CountryCount::getCountry)
                .containsExactly("BE", "FR", "");
    }

    @Test
    void aSourceThatMovesToAnotherCountryIsCountedThereFromNowOn() {
        String story = storyId("moved country");
        importSources(source("moved-country.example"));
        record(record(story, "https://moved-country.example/1"));
        importSources(
                source("moved-country.example").toBuilder().setCountry("NL").build());

        assertThat(series(ListCoverageRequest.newBuilder().setStoryId(story)))
                .extracting(coverage -> coverage.getAll().getByCountry(0).getCountry())
                .containsExactly("BE", "NL");
    }

    @Test
    void aSlugStaysWhenTheHeadlineChanges() {
        String story = storyId("slug");
        String url = "https://slug.example/1";
        record(record(story, url));
        assertThat(story(story).getSlug()).isEqualTo("title-of-https-slug-example-1");

        tell(story, url, "Storm hits the coast");
        tell(story, url, "Storm leaves the coast");

        assertThat(story(story).getTitle()).isEqualTo("Storm leaves the coast");
        assertThat(story(story).getSlug()).isEqualTo("storm-hits-the-coast");
    }

    private static void tell(String story, String url, String title) {
        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest(story, url).toBuilder().setTitle(title))
                        .build());
    }

    private static void assertExplained(Split split, List<CoverageSource> sources) {
        assertThat(split.getTotalSources()).isEqualTo(sources.size());
        assertThat(counts(split.getByBiasList(), BiasCount::getBias, BiasCount::getSourceCount))
                .isEqualTo(counts(sources.stream().map(one -> one.getSource().getBias())));
        assertThat(counts(split.getByFactualityList(), FactualityCount::getFactuality, FactualityCount::getSourceCount))
                .isEqualTo(counts(sources.stream().map(one -> one.getSource().getFactuality())));
        assertThat(counts(split.getByCountryList(), CountryCount::getCountry, CountryCount::getSourceCount))
                .isEqualTo(counts(sources.stream().map(one -> one.getSource().getCountry())));
        assertThat(counts(split.getByLanguageList(), LanguageCount::getLanguage, LanguageCount::getSourceCount))
                .isEqualTo(counts(sources.stream().map(one -> one.getSource().getLanguage())));
        assertThat(counts(split.getByOwnershipList(), OwnershipCount::getCategory, OwnershipCount::getSourceCount))
                .isEqualTo(counts(sources.stream()
                        .flatMap(one -> one.getOwnershipCategoriesCount() == 0
                                ? Stream.of(OwnershipCategory.OWNERSHIP_CATEGORY_UNSPECIFIED)
                                : one.getOwnershipCategoriesList().stream())));
    }

    private static <C> Map<String, Long> counts(
            List<C> counts, Function<C, Object> value, Function<C, Integer> number) {
        Map<String, Long> told = new TreeMap<>();
        counts.forEach(count -> told.put(value.apply(count).toString(), (long) number.apply(count)));
        return told;
    }

    private static Map<String, Long> counts(Stream<?> values) {
        return values.collect(Collectors.groupingBy(Object::toString, TreeMap::new, Collectors.counting()));
    }

    private static List<Coverage> series(ListCoverageRequest.Builder request) {
        List<Coverage> series = new ArrayList<>();
        do {
            ListCoverageResponse page = stories().listCoverage(request.build());
            series.addAll(page.getCoveragesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return series;
    }
}
