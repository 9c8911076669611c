package news.parallax.catalog.source;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RaterEntity;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.SourceFlagEntity;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.AxisValue;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.Rater;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceFlag;
import news.parallax.catalog.v1.SourceLink;
import news.parallax.catalog.viewer.Viewer;

/** Sources, owners and ratings on the wire. */
public final class SourceMessages {
    private static final int DOMAINS_LIMIT = 100;
    private static final int OWNERS_LIMIT = 20;
    private static final int LINKS_LIMIT = 100;

    private SourceMessages() {}

    /** Returns the source without ratings and totals. */
    public static Source toProto(SourceEntity source) {
        return builder(source).build();
    }

    /** Returns the source with the bias that it has for a reader. */
    public static Source seenBy(Viewer viewer, Source source) {
        return viewer.bias(source.getId())
                .map(bias ->
                        source.toBuilder().setBias(ScaleMessages.toProto(bias)).build())
                .orElse(source);
    }

    static Source toProto(SourceEntity source, SourceTotals totals) {
        return builder(source)
                .setArticleCount(totals.articles())
                .setStoryCount(totals.stories())
                .build();
    }

    /** Returns the source with all that there is of it. */
    static Source toProto(
            SourceEntity source, SourceTotals totals, List<RatingEntity> ratings, List<SourceFlagEntity> flags) {
        return toProto(source, totals).toBuilder()
                .addAllRatings(ratings.stream().map(SourceMessages::toProto).toList())
                .addAllFlags(flags.stream().map(SourceMessages::toProto).toList())
                .addAllLinks(source.sortedLinks().stream()
                        .map(link -> SourceLink.newBuilder()
                                .setKind(link.kind())
                                .setUrl(link.url())
                                .build())
                        .toList())
                .build();
    }

    /** Reads a row of an import; throws what is wrong with it. */
    static OwnedSource toOwnedSource(Source source) {
        check(source.getDomainsCount() <= DOMAINS_LIMIT, "TOO_MANY_DOMAINS", "source_id", source.getId());
        check(source.getOwnersCount() <= OWNERS_LIMIT, "TOO_MANY_OWNERS", "source_id", source.getId());
        check(source.getLinksCount() <= LINKS_LIMIT, "TOO_MANY_LINKS", "source_id", source.getId());
        return new OwnedSource(
                SourceChecks.source(
                        source.getId(),
                        stated(source),
                        Stream.concat(Stream.of(source.getId()), source.getDomainsList().stream())
                                .toList(),
                        false),
                source.getOwnersList().stream().map(SourceMessages::toNewOwner).toList(),
                source.getOwnersList().stream()
                        .map(owner -> SourceChecks.ownership(
                                source.getId(),
                                owner.getId(),
                                owner.hasSharePercent() ? Optional.of(owner.getSharePercent()) : Optional.empty(),
                                owner.getSince()))
                        .toList(),
                source.getLinksList().stream()
                        .map(link -> SourceChecks.link(source.getId(), link.getKind(), link.getUrl()))
                        .toList());
    }

    /** What an empty field says: name, country and language are not known, of the rest nothing is said. */
    private static Map<SourceField, String> stated(Source source) {
        Map<SourceField, String> stated = new EnumMap<>(SourceField.class);
        stated.put(SourceField.NAME, source.getName());
        stated.put(SourceField.COUNTRY, source.getCountry());
        stated.put(SourceField.LANGUAGE, source.getLanguage());
        stated.put(SourceField.PLACE, source.getPlace());
        stated.put(SourceField.KIND, source.getKind());
        stated.put(SourceField.PAYWALL, ScaleMessages.word(source.getPaywall()));
        List.of(SourceField.PLACE, SourceField.KIND, SourceField.PAYWALL).forEach(field -> stated.remove(field, ""));
        return stated;
    }

    static NewOwner toNewOwner(Owner owner) {
        return SourceChecks.owner(
                owner.getId(),
                owner.getName(),
                ScaleMessages.toCategory(owner.getCategory()),
                owner.getParentOwnerId(),
                owner.getCountry());
    }

    static NewRating toNewRating(Rating rating) {
        Rater rater = rating.getRater();
        return SourceChecks.rating(new NewRating(
                rating.getSourceId(),
                rater.getId(),
                Optional.of(SourceChecks.rater(rater.getId(), rater.getName(), rater.getHomeUrl())),
                axis(rating),
                value(rating),
                rating.getNativeValue(),
                rating.hasConfidence() ? Optional.of(rating.getConfidence()) : Optional.empty(),
                rating.hasRateTime() ? Optional.of(TimeMessages.toInstant(rating.getRateTime())) : Optional.empty(),
                rating.getUrl(),
                Optional.empty()));
    }

    private static Source.Builder builder(SourceEntity source) {
        return Source.newBuilder()
                .setId(source.id)
                .setName(source.name)
                .setCountry(source.country)
                .setLanguage(source.language)
                .addAllDomains(
                        source.domains.stream().map(SourceDomainEntity::written).toList())
                .setPlace(source.place)
                .setKind(source.kind)
                .setPaywall(ScaleMessages.toProto(source.paywall))
                .setBias(ScaleMessages.toProto(source.bias))
                .setFactuality(ScaleMessages.toProto(source.factuality))
                .addAllOwners(
                        source.owners.stream().map(SourceMessages::toProto).toList());
    }

    /** Returns the owner by itself, whatever it owns. */
    public static Owner toProto(OwnerEntity owner) {
        return Owner.newBuilder()
                .setId(owner.id)
                .setName(owner.name)
                .setCategory(ScaleMessages.toProto(owner.category))
                .setParentOwnerId(owner.parentOwnerId == null ? "" : owner.parentOwnerId)
                .setCountry(owner.country)
                .build();
    }

    private static Owner toProto(Ownership ownership) {
        var message = toProto(ownership.owner()).toBuilder().setSince(ownership.since());
        Optional.ofNullable(ownership.sharePercent()).ifPresent(message::setSharePercent);
        return message.build();
    }

    static Rating toProto(RatingEntity rating) {
        var message = Rating.newBuilder()
                .setSourceId(rating.sourceId)
                .setRater(toProto(rating.rater))
                .setNativeValue(rating.nativeValue)
                .setUrl(rating.url);
        Optional.ofNullable(rating.rateTime).map(TimeMessages::toProto).ifPresent(message::setRateTime);
        Optional.ofNullable(rating.confidence).ifPresent(message::setConfidence);
        Optional.ofNullable(rating.importBatchId).ifPresent(message::setImportBatchId);
        Optional.ofNullable(rating.endTime).map(TimeMessages::toProto).ifPresent(message::setEndTime);
        return (switch (rating.axis) {
                    case RatingAxisEntity.BIAS ->
                        message.setBias(ScaleMessages.toProto(BiasStep.valueOf(rating.value)));
                    case RatingAxisEntity.FACTUALITY ->
                        message.setFactuality(ScaleMessages.toProto(FactualityLevel.valueOf(rating.value)));
                    default ->
                        message.setOther(
                                AxisValue.newBuilder().setAxis(rating.axis).setValue(rating.value));
                })
                .build();
    }

    static SourceFlag toProto(SourceFlagEntity flag) {
        var message = SourceFlag.newBuilder()
                .setSourceId(flag.sourceId)
                .setRater(toProto(flag.rater))
                .setFlag(flag.flag)
                .setUrl(flag.url);
        Optional.ofNullable(flag.rateTime).map(TimeMessages::toProto).ifPresent(message::setRateTime);
        Optional.ofNullable(flag.endTime).map(TimeMessages::toProto).ifPresent(message::setEndTime);
        return message.build();
    }

    private static Rater toProto(RaterEntity rater) {
        return Rater.newBuilder()
                .setId(rater.id)
                .setName(rater.name)
                .setHomeUrl(rater.homeUrl)
                .build();
    }

    private static String axis(Rating rating) {
        return switch (rating.getValueCase()) {
            case BIAS -> RatingAxisEntity.BIAS;
            case FACTUALITY -> RatingAxisEntity.FACTUALITY;
            case OTHER -> rating.getOther().getAxis();
            case VALUE_NOT_SET -> throw valueMissing(rating);
        };
    }

    private static String value(Rating rating) {
        return switch (rating.getValueCase()) {
            case BIAS ->
                ScaleMessages.toStep(rating.getBias())
                        .orElseThrow(() -> valueMissing(rating))
                        .name();
            case FACTUALITY ->
                ScaleMessages.toLevel(rating.getFactuality())
                        .orElseThrow(() -> valueMissing(rating))
                        .name();
            case OTHER -> rating.getOther().getValue();
            case VALUE_NOT_SET -> throw valueMissing(rating);
        };
    }

    private static Invalid valueMissing(Rating rating) {
        return SourceChecks.refusal("RATING_VALUE_MISSING", "source_id", rating.getSourceId());
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw SourceChecks.refusal(reason, field, value);
        }
    }
}
