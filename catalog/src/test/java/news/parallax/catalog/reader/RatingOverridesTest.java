package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.reader.Lists.ANYBODY;
import static news.parallax.catalog.reader.Lists.listed;
import static news.parallax.catalog.reader.Lists.outlets;
import static news.parallax.catalog.reader.Lists.pages;
import static news.parallax.catalog.reader.Lists.sourceIds;
import static news.parallax.catalog.reader.Lists.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.DeleteRatingOverrideRequest;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.ListCoverageRequest;
import news.parallax.catalog.v1.ListRatingOverridesRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.RatingOverride;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.Split;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RatingOverridesTest {
    @Test
    void aSourceIsRatedOtherwiseForOneReaderOnly() {
        String story = storyId("overrides");
        rated("over-left.example", Bias.BIAS_LEFT);
        rated("over-right.example", Bias.BIAS_RIGHT);
        importSources(source("over-none.example"));
        for (String id : List.of("over-left.example", "over-right.example", "over-none.example")) {
            record(record(story, "https://" + id + "/a"));
        }
        SomeReader reader = SomeReader.add("overrides");
        SomeReader other = SomeReader.add("overrides-nothing");
        Coverage derived = coverage(ANYBODY, story);
        reader.rate("over-left.example", Bias.BIAS_CENTER);
        reader.rate("over-none.example", Bias.BIAS_FAR_RIGHT);

        Coverage seen = coverage(reader.id(), story);
        assertThat(seen.getAll())
                .returns(0, Split::getLeft)
                .returns(1, Split::getCenter)
                .returns(2, Split::getRight)
                .returns(0, Split::getUnrated)
                .returns(67, Split::getRightPercent);
        assertThat(seen.getSourcesList())
                .extracting(
                        counted -> counted.getSource().getId(),
                        counted -> counted.getSource().getBias())
                .containsExactly(
                        tuple("over-left.example", Bias.BIAS_CENTER),
                        tuple("over-right.example", Bias.BIAS_RIGHT),
                        tuple("over-none.example", Bias.BIAS_FAR_RIGHT));
        assertThat(story(reader.id(), story).getCoverage().getAll()).isEqualTo(seen.getAll());
        assertThat(stories()
                        .listCoverage(ListCoverageRequest.newBuilder()
                                .setStoryId(story)
                                .setReaderId(reader.id())
                                .build())
                        .getCoveragesList()
                        .getLast()
                        .getAll())
                .isEqualTo(seen.getAll());
        assertThat(outlets(reader.id(), story, Side.SIDE_RIGHT))
                .containsExactlyInAnyOrder("over-right.example", "over-none.example");
        assertThat(outlets(reader.id(), story, Side.SIDE_LEFT)).isEmpty();
        assertThat(outlets(reader.id(), story, Side.SIDE_UNRATED)).isEmpty();
        assertThat(outlets(reader.id(), story, Side.SIDE_CENTER)).containsExactly("over-left.example");
        assertThat(sourceIds(reader.id(), Side.SIDE_CENTER)).contains("over-left.example");
        assertThat(sourceIds(reader.id(), Side.SIDE_LEFT)).doesNotContain("over-left.example");

        assertThat(bias(reader.id(), "over-left.example")).isEqualTo(Bias.BIAS_CENTER);
        assertThat(bias(ANYBODY, "over-left.example")).isEqualTo(Bias.BIAS_LEFT);
        assertThat(coverage(ANYBODY, story)).isEqualTo(derived);
        assertThat(coverage(other.id(), story)).isEqualTo(derived);
        assertThat(derived.getAll().getLeft()).isEqualTo(1);
        assertThat(outlets(ANYBODY, story, Side.SIDE_LEFT)).containsExactly("over-left.example");

        readers()
                .deleteRatingOverride(DeleteRatingOverrideRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setSourceId("over-left.example")
                        .build());
        assertThat(coverage(reader.id(), story).getAll().getLeft()).isEqualTo(1);
    }

    @Test
    void gapsAreThoseOfTheReaderAndPagesAreFull() {
        // three stories that only the right tells, two that both sides tell
        List<String> gaps = IntStream.range(0, 3)
                .mapToObj(number -> storyId("overrides gap " + number))
                .toList();
        List<String> even = IntStream.range(0, 2)
                .mapToObj(number -> storyId("overrides even " + number))
                .toList();
        for (int number = 0; number < 7; number++) {
            String right = "gapright%d.example".formatted(number);
            String mixed = "gapmixed%d.example".formatted(number);
            rated(right, Bias.BIAS_RIGHT);
            rated(mixed, number < 4 ? Bias.BIAS_RIGHT : Bias.BIAS_LEFT);
            gaps.forEach(story -> record(record(story, "https://" + right + "/" + story)));
            even.forEach(story -> record(record(story, "https://" + mixed + "/" + story)));
        }
        record(record(gaps.getFirst(), "https://gapmixed0.example/too"));
        SomeReader reader = SomeReader.add("overrides-gaps");
        for (int number = 4; number < 7; number++) {
            reader.rate("gapright%d.example".formatted(number), Bias.BIAS_LEFT);
            reader.rate("gapmixed%d.example".formatted(number), Bias.BIAS_RIGHT);
        }

        assertThat(listed(ANYBODY, ListStoriesRequest.newBuilder().setGapOnly(true)))
                .containsAll(gaps)
                .doesNotContainAnyElementsOf(even);
        assertThat(listed(reader.id(), ListStoriesRequest.newBuilder().setGapOnly(true)))
                .containsAll(even)
                .doesNotContainAnyElementsOf(gaps);
        assertThat(pages(ListStoriesRequest.newBuilder()
                        .setGapOnly(true)
                        .setSourceId("gapmixed0.example")
                        .setReaderId(reader.id())
                        .setPageSize(1)
                        .build()))
                .extracting(List::size)
                .containsExactly(1, 1);
    }

    @Test
    void overridesAreListedBySourceAndAtMostSoMany() {
        SomeReader reader = SomeReader.add("overrides-list");
        IntStream.range(0, 9).forEach(number -> rated("overlist%d.example".formatted(number), Bias.BIAS_LEFT));
        IntStream.range(0, 8).forEach(number -> reader.rate("overlist%d.example".formatted(number), Bias.BIAS_CENTER));
        reader.rate("overlist3.example", Bias.BIAS_RIGHT);

        List<RatingOverride> overrides = readers()
                .listRatingOverrides(ListRatingOverridesRequest.newBuilder()
                        .setReaderId(reader.id())
                        .build())
                .getRatingOverridesList();
        assertThat(overrides).hasSize(8).extracting(RatingOverride::getSourceId).isSorted();
        assertThat(overrides.get(3).getBias()).isEqualTo(Bias.BIAS_RIGHT);
        assertThat(overrides.get(3).getSource().getBias()).isEqualTo(Bias.BIAS_LEFT);
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> reader.rate("overlist8.example", Bias.BIAS_CENTER))
                        .getReason())
                .isEqualTo("TOO_MANY_RATING_OVERRIDES");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> reader.rate("overlist1.example", Bias.BIAS_UNSPECIFIED))
                        .getReason())
                .isEqualTo("BIAS_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> reader.rate("nowhere.example", Bias.BIAS_LEFT))
                        .getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
    }

    private static void rated(String id, Bias bias) {
        importSources(source(id));
        importRatings(rating(id, "rater", bias), rating(id, "rater", Factuality.FACTUALITY_HIGH));
    }

    private static Bias bias(String readerId, String sourceId) {
        return sources()
                .getSource(GetSourceRequest.newBuilder()
                        .setSourceId(sourceId)
                        .setReaderId(readerId)
                        .build())
                .getSource()
                .getBias();
    }

    private static Coverage coverage(String readerId, String storyId) {
        return stories()
                .getCoverage(GetCoverageRequest.newBuilder()
                        .setStoryId(storyId)
                        .setReaderId(readerId)
                        .build())
                .getCoverage();
    }
}
