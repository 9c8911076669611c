package news.parallax.catalog.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.parallax.catalog.coverage.OwnerCategory;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * What may be said of sources, wherever it comes from: each method returns what is said, or throws what is wrong with it.
 */
public final class SourceChecks {
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)\\P{Cntrl}{1,200}");
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{0,200}");
    private static final Pattern URL = Pattern.compile("\\P{Cntrl}{0,2000}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern SINCE = Pattern.compile("(\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?)?");
    private static final int ID_LENGTH_MAX = 200;
    private static final int STEPS_MAX = 50;

    private SourceChecks() {}

    /**
     * Returns a source.
     *
     * @param domains the id first; empty says nothing of domains
     */
    public static NewSource source(
            String id, Map<SourceField, String> stated, List<String> domains, boolean onlyFills) {
        SourceDomain own = SourceDomain.of(id);
        check(own.key().equals(id), "SOURCE_ID_INVALID", "source_id", id);
        stated.forEach(SourceField::check);
        Map<String, SourceDomain> places = new LinkedHashMap<>();
        domains.stream().map(SourceDomain::of).forEach(domain -> places.putIfAbsent(domain.key(), domain));
        check(
                places.isEmpty() || List.copyOf(places.keySet()).getFirst().equals(id),
                "ID_NOT_FIRST_DOMAIN",
                "source_id",
                id);
        return new NewSource(id, stated, List.copyOf(places.values()), onlyFills);
    }

    public static NewOwner owner(
            String id, String name, Optional<OwnerCategory> category, String parentOwnerId, String country) {
        slug("OWNER_ID_INVALID", "owner_id", id);
        check(NAME.matcher(name).matches(), "NAME_INVALID", "owner name", name);
        SourceField.COUNTRY.check(country);
        var owner = new OwnerEntity();
        owner.id = id;
        owner.name = name;
        owner.category = category.orElse(null);
        owner.parentOwnerId = parentOwnerId.isEmpty() ? null : parentOwnerId;
        owner.country = country;
        return new NewOwner(owner, false);
    }

    public static NewOwnership ownership(String sourceId, String ownerId, Optional<Double> share, String since) {
        check(
                share.isEmpty() || share.get() > 0 && share.get() <= 100,
                "SHARE_INVALID",
                "share_percent",
                share.map(String::valueOf).orElse(""));
        check(SINCE.matcher(since).matches(), "SINCE_INVALID", "since", since);
        return new NewOwnership(sourceId, ownerId, share, since, false);
    }

    public static NewRater rater(String id, String name, String homeUrl) {
        slug("RATER_ID_INVALID", "rater_id", id);
        check(LINE.matcher(name).matches(), "NAME_INVALID", "rater name", name);
        return new NewRater(id, name, url(homeUrl));
    }

    public static NewAxis axis(String id, String name, List<String> steps) {
        check(CONSTANT.matcher(id).matches() && id.length() <= ID_LENGTH_MAX, "AXIS_INVALID", "axis", id);
        check(NAME.matcher(name).matches(), "NAME_INVALID", "axis name", name);
        boolean valid = steps.size() >= 2
                && steps.size() <= STEPS_MAX
                && Set.copyOf(steps).size() == steps.size()
                && steps.stream().allMatch(step -> CONSTANT.matcher(step).matches() && step.length() <= ID_LENGTH_MAX);
        check(valid, "AXIS_STEPS_INVALID", "steps", String.join(";", steps));
        return new NewAxis(id, name, steps);
    }

    public static NewRating rating(NewRating rating) {
        slug("RATER_ID_INVALID", "rater_id", rating.raterId());
        check(
                LINE.matcher(rating.nativeValue()).matches(),
                "NATIVE_VALUE_INVALID",
                "native_value",
                rating.nativeValue());
        boolean confident =
                rating.confidence().map(share -> share >= 0 && share <= 1).orElse(true);
        check(
                confident,
                "CONFIDENCE_INVALID",
                "confidence",
                rating.confidence().map(String::valueOf).orElse(""));
        url(rating.url());
        return rating;
    }

    public static NewFlag flag(NewFlag flag) {
        slug("RATER_ID_INVALID", "rater_id", flag.raterId());
        slug("FLAG_INVALID", "flag", flag.flag());
        url(flag.url());
        return flag;
    }

    public static NewLink link(String sourceId, String kind, String url) {
        slug("LINK_KIND_INVALID", "kind", kind);
        HostName.ofUrl(url);
        return new NewLink(sourceId, new PageLink(kind, url(url)));
    }

    static Invalid refusal(String reason, String field, String value) {
        return new Invalid(reason, "%s \"%s\" is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }

    private static String url(String url) {
        check(URL.matcher(url).matches(), "URL_INVALID", "url", url);
        return url;
    }

    private static void slug(String reason, String field, String id) {
        check(SLUG.matcher(id).matches() && id.length() <= ID_LENGTH_MAX, reason, field, id);
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw refusal(reason, field, value);
        }
    }
}
