package news.parallax.catalog.source;

import java.util.Locale;
import java.util.Optional;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.CoverageSide;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.coverage.OwnerCategory;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Paywall;
import news.parallax.catalog.v1.Side;
import org.jspecify.annotations.Nullable;

/** The scales on the wire, where not known is a value of its own. */
public final class ScaleMessages {
    private ScaleMessages() {}

    public static Bias toProto(@Nullable BiasStep step) {
        return step == null ? Bias.BIAS_UNSPECIFIED : Bias.valueOf("BIAS_" + step);
    }

    public static Factuality toProto(@Nullable FactualityLevel level) {
        return level == null ? Factuality.FACTUALITY_UNSPECIFIED : Factuality.valueOf("FACTUALITY_" + level);
    }

    public static OwnershipCategory toProto(@Nullable OwnerCategory category) {
        return category == null
                ? OwnershipCategory.OWNERSHIP_CATEGORY_UNSPECIFIED
                : OwnershipCategory.valueOf("OWNERSHIP_CATEGORY_" + category);
    }

    static Paywall toProto(@Nullable PaywallExtent extent) {
        return extent == null ? Paywall.PAYWALL_UNSPECIFIED : Paywall.valueOf("PAYWALL_" + extent);
    }

    /** Returns the value of the field {@link SourceField#PAYWALL}. */
    static String word(Paywall paywall) {
        return switch (paywall) {
            case PAYWALL_UNSPECIFIED, UNRECOGNIZED -> "";
            default -> paywall.name().substring("PAYWALL_".length()).toLowerCase(Locale.ROOT);
        };
    }

    public static Side toProto(CoverageSide side) {
        return Side.valueOf("SIDE_" + side);
    }

    /** Empty for values that are not known, or not known to this version. */
    public static Optional<BiasStep> toStep(Bias bias) {
        return switch (bias) {
            case BIAS_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(BiasStep.valueOf(bias.name().substring("BIAS_".length())));
        };
    }

    static Optional<FactualityLevel> toLevel(Factuality factuality) {
        return switch (factuality) {
            case FACTUALITY_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(FactualityLevel.valueOf(factuality.name().substring("FACTUALITY_".length())));
        };
    }

    static Optional<OwnerCategory> toCategory(OwnershipCategory category) {
        return switch (category) {
            case OWNERSHIP_CATEGORY_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(OwnerCategory.valueOf(category.name().substring("OWNERSHIP_CATEGORY_".length())));
        };
    }

    public static Optional<CoverageSide> toSide(Side side) {
        return switch (side) {
            case SIDE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(CoverageSide.valueOf(side.name().substring("SIDE_".length())));
        };
    }
}
