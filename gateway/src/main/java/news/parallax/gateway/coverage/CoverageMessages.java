package news.parallax.gateway.coverage;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.v1.BiasCount;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageBasis;
import news.parallax.catalog.v1.CoverageGap;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.Split;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnershipLabel;
import news.parallax.gateway.rating.RatingMessages;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/** Splits of the catalog as views, complete: what the reader may not see is cut later. */
public final class CoverageMessages {
    private CoverageMessages() {}

    /** Returns the coverage of a story on that basis. */
    public static CoverageView toView(String storyId, Coverage coverage, BasisLabel basis) {
        SplitView independent = toView(coverage.getIndependent());
        Instant asOf = coverage.hasAsOfTime()
                ? Instant.ofEpochSecond(
                        coverage.getAsOfTime().getSeconds(),
                        coverage.getAsOfTime().getNanos())
                : null;
        return new CoverageView(
                storyId,
                basis,
                asOf,
                basis == BasisLabel.ALL ? toView(coverage.getAll()) : independent,
                independent,
                coverage.getSourcesList().stream().map(CoverageMessages::toView).toList(),
                Map.of());
    }

    /** Returns the split. */
    public static SplitView toView(Split split) {
        return new SplitView(
                split.getTotalSources(),
                split.getRatedSources(),
                toBias(split),
                split.hasGap() ? toView(split.getGap()) : null,
                toFactuality(split),
                toOwnership(split));
    }

    /** Returns the wire's value of a basis. */
    public static CoverageBasis toProto(BasisLabel basis) {
        return switch (basis) {
            case ALL -> CoverageBasis.COVERAGE_BASIS_ALL;
            case INDEPENDENT -> CoverageBasis.COVERAGE_BASIS_INDEPENDENT;
        };
    }

    private static BiasView toBias(Split split) {
        Map<BiasLabel, Integer> counts = new EnumMap<>(BiasLabel.class);
        for (BiasCount count : split.getByBiasList()) {
            counts.merge(RatingMessages.toLabel(count.getBias()), count.getSourceCount(), Integer::sum);
        }
        List<CountView<BiasLabel>> steps = Arrays.stream(BiasLabel.values())
                .filter(label -> label != BiasLabel.UNRATED)
                .map(label -> new CountView<>(label, label.text(), counts.getOrDefault(label, 0)))
                .toList();
        var percent = new PercentView(split.getLeftPercent(), split.getCenterPercent(), split.getRightPercent());
        return BiasView.of(split.getLeft(), split.getCenter(), split.getRight(), split.getUnrated(), percent, steps);
    }

    private static List<CountView<FactualityLabel>> toFactuality(Split split) {
        return split.getByFactualityList().stream()
                .map(count -> {
                    FactualityLabel label = RatingMessages.toLabel(count.getFactuality());
                    return new CountView<>(label, label.text(), count.getSourceCount());
                })
                .sorted(Comparator.comparing(CountView::value))
                .toList();
    }

    private static List<CountView<OwnershipLabel>> toOwnership(Split split) {
        return split.getByOwnershipList().stream()
                .map(count -> {
                    OwnershipLabel label = RatingMessages.toLabel(count.getCategory());
                    return new CountView<>(label, label.text(), count.getSourceCount());
                })
                .sorted(Comparator.comparing(CountView::value))
                .toList();
    }

    private static @Nullable GapView toView(CoverageGap gap) {
        SideLabel side = switch (gap.getSide()) {
            case SIDE_LEFT -> SideLabel.LEFT;
            case SIDE_RIGHT -> SideLabel.RIGHT;
            case SIDE_CENTER, SIDE_UNRATED, SIDE_UNSPECIFIED, UNRECOGNIZED -> null;
        };
        if (side == null) {
            return null;
        }
        var rule = new GapRuleView(
                gap.getRatedSourcesMin(), gap.getSidePercentMax(), gap.getDifferenceMin(), gap.getFactualSourcesMin());
        String text = "Only " + gap.getSidePercent() + "% of the sources lean " + side.key();
        return new GapView(side, gap.getSidePercent(), gap.getOtherPercent(), text, rule);
    }

    private static CoverageSourceView toView(CoverageSource source) {
        BiasLabel bias = RatingMessages.toLabel(source.getSource().getBias());
        return new CoverageSourceView(
                source.getSource().getId(),
                source.getSource().getName(),
                source.getSource().getCountry(),
                bias,
                bias.side(),
                RatingMessages.toLabel(source.getSource().getFactuality()),
                RatingMessages.toOwners(source.getSource()),
                source.getOwnershipCategoriesList().stream()
                        .map(RatingMessages::toLabel)
                        .toList(),
                List.copyOf(source.getArticleIdsList()),
                source.getIndependent());
    }
}
