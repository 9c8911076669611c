package news.parallax.gateway.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import news.parallax.catalog.v1.AxisExplanation;
import news.parallax.catalog.v1.CountedRating;
import news.parallax.catalog.v1.ExplainSourceResponse;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.SourceFlag;
import news.parallax.gateway.catalog.Times;
import org.jspecify.annotations.Nullable;

/** How values of outlets come about, as views. */
final class ExplanationMessages {
    private static final String BIAS = "BIAS";
    private static final String FACTUALITY = "FACTUALITY";

    private ExplanationMessages() {}

    static SourceExplanationView toView(ExplainSourceResponse explanation) {
        return new SourceExplanationView(
                explanation.getSourceId(),
                only(explanation, BIAS),
                only(explanation, FACTUALITY),
                axes(explanation, id -> !id.equals(BIAS) && !id.equals(FACTUALITY)),
                explanation.getFlagsList().stream()
                        .map(ExplanationMessages::toView)
                        .toList(),
                Map.of());
    }

    private static @Nullable AxisView only(ExplainSourceResponse explanation, String axis) {
        List<AxisView> found = axes(explanation, axis::equals);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<AxisView> axes(ExplainSourceResponse explanation, Predicate<String> wanted) {
        return explanation.getAxesList().stream()
                .filter(axis -> wanted.test(axis.getAxis().getId()))
                .map(ExplanationMessages::toView)
                .toList();
    }

    private static AxisView toView(AxisExplanation axis) {
        return new AxisView(
                key(axis.getAxis().getId()),
                axis.getAxis().getName(),
                axis.getAxis().getStepsList().stream()
                        .map(ExplanationMessages::key)
                        .toList(),
                axis.getValue().isEmpty() ? null : key(axis.getValue()),
                axis.getMean(),
                axis.getRule(),
                axis.getCountedList().stream().map(ExplanationMessages::toView).toList(),
                axis.getEarlierList().stream()
                        .map(rating -> toView(rating, null))
                        .toList());
    }

    private static CountedRatingView toView(CountedRating counted) {
        return toView(counted.getRating(), counted.getPosition());
    }

    private static CountedRatingView toView(Rating rating, @Nullable Integer position) {
        return new CountedRatingView(
                rating.getRater().getName(),
                rating.getRater().getHomeUrl(),
                value(rating),
                position,
                rating.getNativeValue().isEmpty() ? null : rating.getNativeValue(),
                rating.hasConfidence() ? rating.getConfidence() : null,
                rating.hasRateTime() ? Times.of(rating.getRateTime()) : null,
                rating.hasEndTime() ? Times.of(rating.getEndTime()) : null,
                rating.getUrl());
    }

    private static FlagView toView(SourceFlag flag) {
        return new FlagView(
                flag.getRater().getName(),
                flag.getFlag(),
                flag.hasRateTime() ? Times.of(flag.getRateTime()) : null,
                flag.hasEndTime() ? Times.of(flag.getEndTime()) : null,
                flag.getUrl());
    }

    private static String value(Rating rating) {
        return switch (rating.getValueCase()) {
            case BIAS -> key(rating.getBias().name().replaceFirst("^BIAS_", ""));
            case FACTUALITY -> key(rating.getFactuality().name().replaceFirst("^FACTUALITY_", ""));
            case OTHER -> key(rating.getOther().getValue());
            case VALUE_NOT_SET -> "";
        };
    }

    /** Constants of the catalog as words of JSON. */
    private static String key(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
