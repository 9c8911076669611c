package news.parallax.catalog.search;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.search.Indexed.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleAccess;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.CountFacetsRequest;
import news.parallax.catalog.v1.CountFacetsResponse;
import news.parallax.catalog.v1.FacetCount;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.StoryFacet;
import news.parallax.catalog.v1.StoryFilter;
import org.junit.jupiter.api.Test;

/** By what searches can be narrowed down. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CountFacetsTest {
    @Test
    void narrowingByAValueFindsAsManyStoriesAsWereCounted() {
        tellThree();

        CountFacetsResponse counted = count("facetrona", StoryFilter.getDefaultInstance());
        assertThat(counted.getCountedStoryCount()).isEqualTo(3);
        assertThat(counted.getFacetsList())
                .extracting(FacetCount::getStoryCount)
                .isSortedAccordingTo((a, b) -> b - a);
        assertThat(counted.getFacetsList())
                .allSatisfy(facet -> assertThat(find("facetrona", narrowed(facet)))
                        .as(facet.toString())
                        .hasSize(facet.getStoryCount()));
        assertThat(counted.getFacetsList())
                .contains(
                        facet(StoryFacet.STORY_FACET_COUNTRY, "PT", 2),
                        facet(StoryFacet.STORY_FACET_LANGUAGE, "pt", 2),
                        facet(StoryFacet.STORY_FACET_LANGUAGE, "pt-br", 1),
                        facet(StoryFacet.STORY_FACET_SIDE, "LEFT", 2),
                        facet(StoryFacet.STORY_FACET_KIND, "OPINION", 1),
                        facet(StoryFacet.STORY_FACET_ACCESS, "FREE", 3));
    }

    @Test
    void onlyStoriesThatPassTheFilterAreCounted() {
        tellThree();

        CountFacetsResponse counted =
                count("facetrona", StoryFilter.newBuilder().addLanguages("pt").build());
        assertThat(counted.getCountedStoryCount()).isEqualTo(2);
        assertThat(counted.getFacetsList())
                .contains(facet(StoryFacet.STORY_FACET_COUNTRY, "PT", 2))
                .noneMatch(facet -> facet.getValue().equals("OPINION"));
    }

    @Test
    void whereNothingIsFoundNothingIsCountedAndWhatIsNoSearchIsRefused() {
        assertThat(count("nobodysayssuchaword", StoryFilter.getDefaultInstance()))
                .isEqualTo(CountFacetsResponse.getDefaultInstance());
        assertThatThrownBy(() -> count("!?", StoryFilter.getDefaultInstance())).hasMessageContaining("no letters");
    }

    private static void tellThree() {
        importSources(source("facet-left.example").toBuilder().setCountry("PT").build(), source("facet-other.example"));
        importRatings(rating("facet-left.example", "facet-rater", Bias.BIAS_LEFT));
        record(
                record(
                        storyId("facet one"),
                        told("facet-left.example/1").setLanguage("pt").build()),
                record(
                        storyId("facet two"),
                        told("facet-left.example/2").setLanguage("pt-BR").build()),
                record(
                        storyId("facet three"),
                        told("facet-other.example/3")
                                .setLanguage("en")
                                .setKind(ArticleKind.ARTICLE_KIND_OPINION)
                                .build()));
        Indexed.await();
    }

    private static Article.Builder told(String path) {
        return article("https://" + path).toBuilder().setTitle("Facetrona report");
    }

    private static CountFacetsResponse count(String query, StoryFilter filter) {
        return searches()
                .countFacets(CountFacetsRequest.newBuilder()
                        .setQuery(query)
                        .setFilter(filter)
                        .build());
    }

    private static FacetCount facet(StoryFacet facet, String value, int stories) {
        return FacetCount.newBuilder()
                .setFacet(facet)
                .setValue(value)
                .setStoryCount(stories)
                .build();
    }

    private static StoryFilter narrowed(FacetCount facet) {
        var filter = StoryFilter.newBuilder();
        String value = facet.getValue();
        return switch (facet.getFacet()) {
            case STORY_FACET_COUNTRY -> filter.addCountries(value).build();
            case STORY_FACET_LANGUAGE -> filter.addLanguages(value).build();
            case STORY_FACET_SIDE ->
                filter.addSides(Side.valueOf("SIDE_" + value)).build();
            case STORY_FACET_KIND ->
                filter.addKinds(ArticleKind.valueOf("ARTICLE_KIND_" + value)).build();
            case STORY_FACET_ACCESS ->
                filter.setAccess(ArticleAccess.valueOf("ARTICLE_ACCESS_" + value))
                        .build();
            case STORY_FACET_GAP -> filter.setGapOnly(true).build();
            default -> throw new AssertionError("unknown: " + facet);
        };
    }
}
