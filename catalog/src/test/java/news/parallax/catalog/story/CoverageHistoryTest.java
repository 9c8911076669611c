package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.copy;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Timestamp;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageBasis;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.OwnershipCount;
import news.parallax.catalog.v1.Split;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CoverageHistoryTest {
    @Test
    void aSplitNamesItsSourcesLeftToRightThenUnrated() {
        String story = storyId("sources listed");
        importSources(
                source("list-a.example", OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM),
                source(
                        "list-b.example",
                        OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM,
                        OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT),
                source("list-c.example"));
        importRatings(
                rating("list-a.example", "rater", Bias.BIAS_RIGHT),
                rating("list-b.example", "rater", Bias.BIAS_FAR_LEFT),
                rating("list-b.example", "rater", Factuality.FACTUALITY_LOW));
        record(
                record(story, "https://list-a.example/1"),
                record(story, "https://list-b.example/1"),
                record(story, "https://list-b.example/2"),
                copy(record(story, "https://list-c.example/1"), "https://list-a.example/1"));

        Coverage coverage = coverage(GetCoverageRequest.newBuilder().setStoryId(story));
        assertThat(coverage.getSourcesList())
                .extracting(
                        listed -> listed.getSource().getId(),
                        CoverageSource::getIndependent,
                        listed -> List.copyOf(listed.getArticleIdsList()))
                .containsExactly(
                        tuple("list-b.example", true, sorted("https://list-b.example/1", "https://list-b.example/2")),
                        tuple("list-a.example", true, sorted("https://list-a.example/1")),
                        tuple("list-c.example", false, sorted("https://list-c.example/1")));
        Split all = coverage.getAll();
        assertThat(List.of(all.getLeftPercent(), all.getCenterPercent(), all.getRightPercent()))
                .containsExactly(50, 0, 50);
        assertThat(all.getByOwnershipList())
                .extracting(OwnershipCount::getCategory, OwnershipCount::getSourceCount)
                .containsExactly(
                        tuple(OwnershipCategory.OWNERSHIP_CATEGORY_GOVERNMENT, 1),
                        tuple(OwnershipCategory.OWNERSHIP_CATEGORY_TELECOM, 2),
                        tuple(OwnershipCategory.OWNERSHIP_CATEGORY_UNSPECIFIED, 1));
        assertThat(all.getByFactualityList())
                .extracting(count -> count.getFactuality(), count -> count.getSourceCount())
                .containsExactly(tuple(Factuality.FACTUALITY_LOW, 1), tuple(Factuality.FACTUALITY_UNSPECIFIED, 2));
        assertThat(coverage(GetCoverageRequest.newBuilder()
                                .setStoryId(story)
                                .setBasis(CoverageBasis.COVERAGE_BASIS_INDEPENDENT))
                        .getSourcesList())
                .extracting(listed -> listed.getSource().getId())
                .containsExactly("list-b.example", "list-a.example");
    }

    @Test
    void aPastMomentShowsTheSourcesOfThen() {
        String story = storyId("past sources");
        record(record(story, "https://past-1.example/a"));
        Timestamp then = story(story).getCoverage().getAsOfTime();
        record(record(story, "https://past-2.example/a"));

        assertThat(coverage(GetCoverageRequest.newBuilder().setStoryId(story))
                        .getAll()
                        .getTotalSources())
                .isEqualTo(2);
        Coverage past =
                coverage(GetCoverageRequest.newBuilder().setStoryId(story).setAtTime(then));
        assertThat(past.getAll().getTotalSources()).isEqualTo(1);
        assertThat(past.getAsOfTime()).isEqualTo(then);
        assertThat(past.getSourcesList())
                .extracting(listed -> listed.getSource().getId())
                .containsExactly("past-1.example");
    }

    @Test
    void aNewRatingCountsFromNowOnAndThePastKeepsTheOldOne() {
        String story = storyId("past ratings");
        importSources(source("past-rated.example"));
        record(record(story, "https://past-rated.example/a"));
        Timestamp then = story(story).getCoverage().getAsOfTime();
        importRatings(rating("past-rated.example", "rater", Bias.BIAS_LEAN_RIGHT));

        Split now = story(story).getCoverage().getAll();
        assertThat(now.getRight()).isEqualTo(1);
        assertThat(now.getRightPercent()).isEqualTo(100);
        Coverage past =
                coverage(GetCoverageRequest.newBuilder().setStoryId(story).setAtTime(then));
        assertThat(past.getAll().getUnrated()).isEqualTo(1);
        assertThat(past.getSources(0).getSource().getBias()).isEqualTo(Bias.BIAS_UNSPECIFIED);
    }

    @Test
    void anotherArticleOfACountedSourceIsNoChangeOfTheSplit() {
        String story = storyId("same split");
        record(record(story, "https://same-split.example/a"));
        Timestamp then = story(story).getCoverage().getAsOfTime();
        record(record(story, "https://same-split.example/b"));

        assertThat(story(story).getArticleCount()).isEqualTo(2);
        assertThat(story(story).getCoverage().getAsOfTime()).isEqualTo(then);
    }

    @Test
    void beforeItsFirstArticleAStoryHasNoCoverage() {
        String story = storyId("too early");
        record(record(story, "https://too-early.example/a"));
        var request = GetCoverageRequest.newBuilder().setStoryId(story).setAtTime(timestamp(Instant.EPOCH));

        assertThat(refusal(Code.NOT_FOUND, () -> coverage(request)).getReason()).isEqualTo("STORY_NOT_FOUND");
    }

    private static Coverage coverage(GetCoverageRequest.Builder request) {
        return stories().getCoverage(request.build()).getCoverage();
    }

    /** Articles with the same time are listed by id. */
    private static List<String> sorted(String... urls) {
        return List.of(urls).stream().map(Samples::articleId).sorted().toList();
    }
}
