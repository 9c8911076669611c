package news.parallax.catalog.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.catalog.rating.AxisMean;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;
import news.parallax.catalog.rating.SourceFlagEntity;
import news.parallax.catalog.v1.AxisExplanation;
import news.parallax.catalog.v1.CountedRating;
import news.parallax.catalog.v1.ExplainSourceResponse;
import news.parallax.catalog.v1.RatingAxis;

/** On the wire: how what is shown of a source comes about. */
final class ExplanationMessages {
    private static final Comparator<RatingAxisEntity> BUILT_IN_FIRST = Comparator.comparing(
                    (RatingAxisEntity axis) -> !RatingAxisEntity.isBuiltIn(axis.id))
            .thenComparing(axis -> axis.id);

    private ExplanationMessages() {}

    /** Explains each axis of which there is a rating in the history, which is newest first. */
    static ExplainSourceResponse toProto(
            SourceEntity source,
            List<RatingAxisEntity> axes,
            List<RatingEntity> history,
            List<SourceFlagEntity> flags) {
        Map<String, RatingAxisEntity> byId =
                axes.stream().collect(Collectors.toMap(axis -> axis.id, Function.identity()));
        Map<String, List<RatingEntity>> byAxis = history.stream().collect(Collectors.groupingBy(rating -> rating.axis));
        return ExplainSourceResponse.newBuilder()
                .setSourceId(source.id)
                .addAllAxes(byAxis.keySet().stream()
                        .map(id -> Objects.requireNonNull(byId.get(id)))
                        .sorted(BUILT_IN_FIRST)
                        .map(axis -> toProto(axis, Objects.requireNonNull(byAxis.get(axis.id))))
                        .toList())
                .addAllFlags(flags.stream().map(SourceMessages::toProto).toList())
                .build();
    }

    private static AxisExplanation toProto(RatingAxisEntity axis, List<RatingEntity> history) {
        List<RatingEntity> current = RatingRepository.counted(history);
        var mean = new AxisMean(axis, current);
        return AxisExplanation.newBuilder()
                .setAxis(RatingAxis.newBuilder()
                        .setId(axis.id)
                        .setName(axis.name)
                        .addAllSteps(axis.steps))
                .setValue(mean.step())
                .addAllCounted(current.stream()
                        .map(rating -> CountedRating.newBuilder()
                                .setRating(SourceMessages.toProto(rating))
                                .setPosition(mean.position(rating.value))
                                .build())
                        .toList())
                .setMean(mean.mean())
                .setRule(mean.rule())
                .addAllEarlier(history.stream()
                        .filter(rating -> !current.contains(rating))
                        .map(SourceMessages::toProto)
                        .toList())
                .build();
    }
}
