package news.parallax.crawler.outlet;

import com.google.protobuf.Timestamp;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportRatingsRequest;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Rater;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;

/** Outlets as the catalog imports them. */
final class OutletMessages {

    private OutletMessages() {}

    static ImportSourcesRequest sources(Outlets outlets) {
        Map<String, Owner> owners = outlets.owners().stream()
                .map(OutletMessages::owner)
                .collect(Collectors.toMap(Owner::getId, Function.identity()));
        return ImportSourcesRequest.newBuilder()
                .addAllSources(outlets.outlets().stream()
                        .map(outlet -> source(outlet, owners))
                        .toList())
                .addAllParentOwners(parentsFirst(owners))
                .build();
    }

    /** The catalog takes an owner only if it knows the owner's parent. */
    private static List<Owner> parentsFirst(Map<String, Owner> owners) {
        Map<String, Owner> sorted = new LinkedHashMap<>();
        owners.values().forEach(owner -> addAfterParents(owner, owners, sorted));
        return List.copyOf(sorted.values());
    }

    private static void addAfterParents(Owner owner, Map<String, Owner> owners, Map<String, Owner> sorted) {
        Owner parent = owners.get(owner.getParentOwnerId());
        if (parent != null) {
            addAfterParents(parent, owners, sorted);
        }
        sorted.putIfAbsent(owner.getId(), owner);
    }

    private static Owner owner(Outlets.Owner owner) {
        return Owner.newBuilder()
                .setId(owner.id())
                .setName(owner.name())
                .setCategory(OwnershipCategory.valueOf("OWNERSHIP_CATEGORY_" + owner.category()))
                .setParentOwnerId(owner.parent() == null ? "" : owner.parent())
                .setCountry(owner.country())
                .build();
    }

    private static Source source(Outlets.Outlet outlet, Map<String, Owner> owners) {
        return Source.newBuilder()
                .setId(outlet.domain())
                .setName(outlet.name())
                .setCountry(outlet.country())
                .setLanguage(outlet.language())
                .addAllDomains(Stream.concat(Stream.of(outlet.domain()), outlet.aliases().stream())
                        .toList())
                .addAllOwners(outlet.owners().stream().map(owners::get).toList())
                .build();
    }

    static ImportRatingsRequest ratings(Outlets outlets) {
        Map<String, Rater> raters = outlets.raters().stream()
                .map(rater -> Rater.newBuilder()
                        .setId(rater.id())
                        .setName(rater.name())
                        .setHomeUrl(rater.homeUrl())
                        .build())
                .collect(Collectors.toMap(Rater::getId, Function.identity()));
        List<Rating> ratings = outlets.outlets().stream()
                .flatMap(outlet -> outlet.ratings().stream()
                        .map(rating -> rating(
                                outlet.domain(),
                                rating,
                                Objects.requireNonNull(raters.get(rating.rater()), rating.rater()))))
                .toList();
        return ImportRatingsRequest.newBuilder().addAllRatings(ratings).build();
    }

    private static Rating rating(String domain, Outlets.Rating rating, Rater rater) {
        Rating.Builder builder = Rating.newBuilder()
                .setSourceId(domain)
                .setRater(rater)
                .setRateTime(Timestamp.newBuilder()
                        .setSeconds(rating.rateDate().atStartOfDay().toEpochSecond(ZoneOffset.UTC)))
                .setUrl(rating.url());
        return switch (rating.axis()) {
            case "bias" ->
                builder.setBias(Bias.valueOf("BIAS_" + rating.value())).build();
            case "factuality" ->
                builder.setFactuality(Factuality.valueOf("FACTUALITY_" + rating.value()))
                        .build();
            default -> throw new IllegalArgumentException("axis of a rating of " + domain + ": " + rating.axis());
        };
    }

    static ImportFeedsRequest feeds(Outlets outlets) {
        return ImportFeedsRequest.newBuilder()
                .addAllFeeds(outlets.outlets().stream()
                        .flatMap(outlet -> outlet.feeds().stream()
                                .map(feed -> Feed.newBuilder()
                                        .setUrl(feed.url(outlet.domain()))
                                        .setSourceId(outlet.domain())
                                        .setSection(feed.section() == null ? "" : feed.section())
                                        .build()))
                        .toList())
                .build();
    }
}
