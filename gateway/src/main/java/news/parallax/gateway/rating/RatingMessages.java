package news.parallax.gateway.rating;

import java.util.List;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.Source;

/** Ratings and owners of the catalog as labels and views. */
public final class RatingMessages {
    private RatingMessages() {}

    /** Returns what an article needs to say of its outlet. */
    public static SourceSummaryView toSummary(Source source) {
        BiasLabel bias = toLabel(source.getBias());
        return new SourceSummaryView(source.getId(), source.getName(), source.getCountry(), bias, bias.side());
    }

    /** Returns the owners, most direct first. */
    public static List<OwnerView> toOwners(Source source) {
        return source.getOwnersList().stream().map(RatingMessages::toView).toList();
    }

    private static OwnerView toView(Owner owner) {
        return new OwnerView(
                owner.getId(),
                owner.getName(),
                toLabel(owner.getCategory()),
                owner.getParentOwnerId(),
                owner.getCountry());
    }

    /** Returns the label; unrated for what is not set or newer than this gateway. */
    public static BiasLabel toLabel(Bias bias) {
        return switch (bias) {
            case BIAS_FAR_LEFT -> BiasLabel.FAR_LEFT;
            case BIAS_LEFT -> BiasLabel.LEFT;
            case BIAS_LEAN_LEFT -> BiasLabel.LEAN_LEFT;
            case BIAS_CENTER -> BiasLabel.CENTER;
            case BIAS_LEAN_RIGHT -> BiasLabel.LEAN_RIGHT;
            case BIAS_RIGHT -> BiasLabel.RIGHT;
            case BIAS_FAR_RIGHT -> BiasLabel.FAR_RIGHT;
            case BIAS_UNSPECIFIED, UNRECOGNIZED -> BiasLabel.UNRATED;
        };
    }

    /** Returns the label; unknown for what is not set or newer than this gateway. */
    public static FactualityLabel toLabel(Factuality factuality) {
        return switch (factuality) {
            case FACTUALITY_VERY_HIGH -> FactualityLabel.VERY_HIGH;
            case FACTUALITY_HIGH -> FactualityLabel.HIGH;
            case FACTUALITY_MIXED -> FactualityLabel.MIXED;
            case FACTUALITY_LOW -> FactualityLabel.LOW;
            case FACTUALITY_VERY_LOW -> FactualityLabel.VERY_LOW;
            case FACTUALITY_UNSPECIFIED, UNRECOGNIZED -> FactualityLabel.UNKNOWN;
        };
    }

    /** Returns the label; unknown for what is not set or newer than this gateway. */
    public static OwnershipLabel toLabel(OwnershipCategory category) {
        return switch (category) {
            case OWNERSHIP_CATEGORY_INDEPENDENT -> OwnershipLabel.INDEPENDENT;
            case OWNERSHIP_CATEGORY_CONGLOMERATE -> OwnershipLabel.CONGLOMERATE;
            case OWNERSHIP_CATEGORY_CORPORATION -> OwnershipLabel.CORPORATION;
            case OWNERSHIP_CATEGORY_PRIVATE_EQUITY -> OwnershipLabel.PRIVATE_EQUITY;
            case OWNERSHIP_CATEGORY_INDIVIDUAL -> OwnershipLabel.INDIVIDUAL;
            case OWNERSHIP_CATEGORY_GOVERNMENT -> OwnershipLabel.GOVERNMENT;
            case OWNERSHIP_CATEGORY_TELECOM -> OwnershipLabel.TELECOM;
            case OWNERSHIP_CATEGORY_OTHER -> OwnershipLabel.OTHER;
            case OWNERSHIP_CATEGORY_UNSPECIFIED, UNRECOGNIZED -> OwnershipLabel.UNKNOWN;
        };
    }

    /** Returns the wire's value of a step of the bias scale. */
    public static Bias toProto(BiasLabel bias) {
        return switch (bias) {
            case FAR_LEFT -> Bias.BIAS_FAR_LEFT;
            case LEFT -> Bias.BIAS_LEFT;
            case LEAN_LEFT -> Bias.BIAS_LEAN_LEFT;
            case CENTER -> Bias.BIAS_CENTER;
            case LEAN_RIGHT -> Bias.BIAS_LEAN_RIGHT;
            case RIGHT -> Bias.BIAS_RIGHT;
            case FAR_RIGHT -> Bias.BIAS_FAR_RIGHT;
            case UNRATED -> Bias.BIAS_UNSPECIFIED;
        };
    }

    /** Returns the wire's value of a side. */
    public static Side toProto(SideLabel side) {
        return switch (side) {
            case LEFT -> Side.SIDE_LEFT;
            case CENTER -> Side.SIDE_CENTER;
            case RIGHT -> Side.SIDE_RIGHT;
            case UNRATED -> Side.SIDE_UNRATED;
        };
    }
}
