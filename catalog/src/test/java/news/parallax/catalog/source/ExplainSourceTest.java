package news.parallax.catalog.source;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.sources;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.AxisExplanation;
import news.parallax.catalog.v1.AxisValue;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.ExplainSourceRequest;
import news.parallax.catalog.v1.ExplainSourceResponse;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.Rating;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ExplainSourceTest {
    @Test
    void aValueIsTheMeanOfTheNewestOfEachRater() {
        importSources(source("explainable.example"));
        Rating older = rating("explainable.example", "first", Bias.BIAS_RIGHT).toBuilder()
                .setRateTime(timestamp(NOON.minus(Duration.ofDays(400))))
                .build();
        importRatings(
                older,
                rating("explainable.example", "first", Bias.BIAS_LEFT),
                rating("explainable.example", "second", Bias.BIAS_LEAN_LEFT),
                rating("explainable.example", "second", Factuality.FACTUALITY_HIGH));

        ExplainSourceResponse explained = explain("explainable.example");
        assertThat(explained.getAxesList())
                .extracting(axis -> axis.getAxis().getId(), AxisExplanation::getValue, AxisExplanation::getMean)
                .containsExactly(tuple("BIAS", "LEFT", -1.5), tuple("FACTUALITY", "HIGH", 3.0));
        AxisExplanation bias = explained.getAxes(0);
        assertThat(bias.getCountedList())
                .extracting(counted -> counted.getRating().getRater().getId(), counted -> counted.getPosition())
                .containsExactly(tuple("first", -2), tuple("second", -1));
        assertThat(bias.getEarlierList()).containsExactly(older);
        assertThat(bias.getRule()).contains("away from center");
    }

    @Test
    void aCorrectedRatingIsKeptWithTheTimeAtWhichItEnded() {
        importSources(source("corrected.example"));
        Rating first = rating("corrected.example", "rater", Bias.BIAS_LEFT);
        importRatings(first);
        ImportReport report = importRatings(first.toBuilder()
                .setBias(Bias.BIAS_CENTER)
                .setNativeValue("middling")
                .build());

        assertThat(report.getChangedCount()).isEqualTo(1);
        AxisExplanation bias = explain("corrected.example").getAxes(0);
        assertThat(bias.getValue()).isEqualTo("CENTER");
        assertThat(bias.getCounted(0).getRating().getNativeValue()).isEqualTo("middling");
        assertThat(bias.getEarlierList()).singleElement().satisfies(earlier -> {
            assertThat(earlier.getBias()).isEqualTo(Bias.BIAS_LEFT);
            assertThat(earlier.hasEndTime()).isTrue();
        });
    }

    @Test
    void ratingsThatCannotBeMeantAreRefused() {
        importSources(source("meant.example"));
        Rating good = rating("meant.example", "rater", Bias.BIAS_LEFT);
        ImportReport report = importRatings(
                good,
                good.toBuilder().setBias(Bias.BIAS_RIGHT).build(),
                good.toBuilder()
                        .setOther(AxisValue.newBuilder().setAxis("NO_AXIS").setValue("X"))
                        .build(),
                good.toBuilder().setConfidence(1.5).build(),
                good.toBuilder().setSourceId("\0").build());

        assertThat(report.getRefusalsList())
                .extracting(refusal -> refusal.getRow() + " " + refusal.getReason())
                .containsExactly("1 RATING_REPEATED", "2 AXIS_NOT_FOUND", "3 CONFIDENCE_INVALID", "4 SOURCE_NOT_FOUND");
        assertThat(explain("meant.example").getAxes(0).getValue()).isEqualTo("LEFT");
    }

    @Test
    void aSourceThatIsNotThereCannotBeExplained() {
        assertThat(refusal(Code.NOT_FOUND, () -> explain("unexplained.example")).getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(refusal(Code.NOT_FOUND, () -> explain("\0")).getReason()).isEqualTo("SOURCE_NOT_FOUND");
    }

    private static ExplainSourceResponse explain(String id) {
        return sources()
                .explainSource(ExplainSourceRequest.newBuilder().setSourceId(id).build());
    }
}
