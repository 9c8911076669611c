package news.parallax.catalog.source;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RatingAxis;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.Rater;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;

/** Sources, owners and ratings on the wire. */
public final class SourceMessages {
    private static final Pattern COUNTRY = Pattern.compile("([A-Z]{2})?");
    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int URL_LIMIT = 2_000;
    private static final int DOMAINS_LIMIT = 100;
    private static final int OWNERS_LIMIT = 20;

    private SourceMessages() {}

    /** Returns the source without ratings and totals. */
    public static Source toProto(SourceEntity source) {
        return builder(source).build();
    }

    static Source toProto(SourceEntity source, SourceTotals totals, List<RatingEntity> ratings) {
        return builder(source)
                .setArticleCount(totals.articles())
                .setStoryCount(totals.stories())
                .addAllRatings(ratings.stream().map(SourceMessages::toProto).toList())
                .build();
    }

    /** Reads the rows of an import; what is wrong with a row is thrown when it is asked for. */
    static List<Supplier<NewSource>> readSources(List<Source> sources) {
        return sources.stream()
                .<Supplier<NewSource>>map(source -> () -> toNewSource(source))
                .toList();
    }

    static List<Supplier<OwnerEntity>> readOwners(List<Owner> owners) {
        return owners.stream()
                .<Supplier<OwnerEntity>>map(owner -> () -> toEntity(owner))
                .toList();
    }

    static List<Supplier<NewRating>> readRatings(List<Rating> ratings) {
        return ratings.stream()
                .<Supplier<NewRating>>map(rating -> () -> toNewRating(rating))
                .toList();
    }

    private static Source.Builder builder(SourceEntity source) {
        return Source.newBuilder()
                .setId(source.id)
                .setName(source.name)
                .setCountry(source.country)
                .setLanguage(source.language)
                .addAllDomains(
                        source.domains.stream().map(domain -> domain.domain).toList())
                .setBias(ScaleMessages.toProto(source.bias))
                .setFactuality(ScaleMessages.toProto(source.factuality))
                .addAllOwners(
                        source.owners.stream().map(SourceMessages::toProto).toList());
    }

    private static Owner toProto(OwnerEntity owner) {
        return Owner.newBuilder()
                .setId(owner.id)
                .setName(owner.name)
                .setCategory(ScaleMessages.toProto(owner.category))
                .setParentOwnerId(owner.parentOwnerId == null ? "" : owner.parentOwnerId)
                .setCountry(owner.country)
                .build();
    }

    private static Rating toProto(RatingEntity rating) {
        var message = Rating.newBuilder()
                .setSourceId(rating.sourceId)
                .setRater(Rater.newBuilder()
                        .setId(rating.rater.id)
                        .setName(rating.rater.name)
                        .setHomeUrl(rating.rater.homeUrl))
                .setUrl(rating.url);
        if (rating.rateTime != null) {
            message.setRateTime(TimeMessages.toProto(rating.rateTime));
        }
        return switch (rating.axis) {
            case BIAS ->
                message.setBias(ScaleMessages.toProto(BiasStep.valueOf(rating.value)))
                        .build();
            case FACTUALITY ->
                message.setFactuality(ScaleMessages.toProto(FactualityLevel.valueOf(rating.value)))
                        .build();
        };
    }

    private static NewSource toNewSource(Source source) {
        HostName id = new HostName(source.getId());
        check(id.name().equals(source.getId()), "SOURCE_ID_INVALID", "source_id", source.getId());
        checkName("source name", source.getName());
        check(COUNTRY.matcher(source.getCountry()).matches(), "COUNTRY_INVALID", "country", source.getCountry());
        check(LANGUAGE.matcher(source.getLanguage()).matches(), "LANGUAGE_INVALID", "language", source.getLanguage());
        check(source.getDomainsCount() <= DOMAINS_LIMIT, "TOO_MANY_DOMAINS", "source_id", source.getId());
        check(source.getOwnersCount() <= OWNERS_LIMIT, "TOO_MANY_OWNERS", "source_id", source.getId());
        Set<HostName> domains = new LinkedHashSet<>(List.of(id));
        source.getDomainsList().forEach(domain -> domains.add(new HostName(domain)));
        return new NewSource(
                source.getId(),
                source.getName(),
                source.getCountry(),
                source.getLanguage(),
                List.copyOf(domains),
                source.getOwnersList().stream().map(SourceMessages::toEntity).toList());
    }

    private static OwnerEntity toEntity(Owner owner) {
        check(SLUG.matcher(owner.getId()).matches(), "OWNER_ID_INVALID", "owner_id", owner.getId());
        checkName("owner name", owner.getName());
        check(COUNTRY.matcher(owner.getCountry()).matches(), "COUNTRY_INVALID", "country", owner.getCountry());
        var row = new OwnerEntity();
        row.id = owner.getId();
        row.name = owner.getName();
        row.category = ScaleMessages.toCategory(owner.getCategory()).orElse(null);
        row.parentOwnerId = owner.getParentOwnerId().isEmpty() ? null : owner.getParentOwnerId();
        row.country = owner.getCountry();
        return row;
    }

    private static NewRating toNewRating(Rating rating) {
        Rater rater = rating.getRater();
        check(SLUG.matcher(rater.getId()).matches(), "RATER_ID_INVALID", "rater_id", rater.getId());
        check(rater.getName().length() <= SourceName.LENGTH_MAX, "NAME_INVALID", "rater name", rater.getName());
        check(rater.getHomeUrl().length() <= URL_LIMIT, "URL_INVALID", "home_url", rater.getHomeUrl());
        check(rating.getUrl().length() <= URL_LIMIT, "URL_INVALID", "url", rating.getUrl());
        RatingAxis axis = switch (rating.getValueCase()) {
            case BIAS -> RatingAxis.BIAS;
            case FACTUALITY -> RatingAxis.FACTUALITY;
            case VALUE_NOT_SET -> throw invalid("RATING_VALUE_MISSING", "source_id", rating.getSourceId());
        };
        return new NewRating(
                rating.getSourceId(),
                rater.getId(),
                rater.getName(),
                rater.getHomeUrl(),
                axis,
                value(rating, axis),
                rating.hasRateTime() ? Optional.of(TimeMessages.toInstant(rating.getRateTime())) : Optional.empty(),
                rating.getUrl());
    }

    private static String value(Rating rating, RatingAxis axis) {
        Optional<? extends Enum<?>> value = switch (axis) {
            case BIAS -> ScaleMessages.toStep(rating.getBias());
            case FACTUALITY -> ScaleMessages.toLevel(rating.getFactuality());
        };
        return value.orElseThrow(() -> invalid("RATING_VALUE_MISSING", "source_id", rating.getSourceId()))
                .name();
    }

    private static void checkName(String field, String name) {
        boolean valid = !name.isBlank()
                && name.length() <= SourceName.LENGTH_MAX
                && name.chars().noneMatch(Character::isISOControl);
        check(valid, "NAME_INVALID", field, name);
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw invalid(reason, field, value);
        }
    }

    private static Invalid invalid(String reason, String field, String value) {
        return new Invalid(reason, "%s \"%s\" is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }
}
