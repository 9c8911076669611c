package news.parallax.crawler.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outlets of the sample edition with raters and owners, as {@code sample/outlets.yaml} lists them. */
record Outlets(List<Rater> raters, List<Owner> owners, List<Outlet> outlets) {

    record Rater(
            String id,
            String name,
            @JsonProperty("home_url") String homeUrl) {}

    /** @param parent id of the owner of this owner; null if none is known */
    record Owner(
            String id,
            String name,
            String category,
            @Nullable String parent,
            String country) {}

    record Outlet(
            String domain,
            String name,
            String country,
            String language,
            int founded,
            List<String> aliases,
            List<String> owners,
            List<Rating> ratings,
            List<SampleFeed> feeds,
            Theme theme) {

        Outlet {
            aliases = orEmpty(aliases);
            owners = orEmpty(owners);
            ratings = orEmpty(ratings);
            feeds = orEmpty(feeds);
        }
    }

    /** @param axis "bias" or "factuality" */
    record Rating(
            String rater,
            String axis,
            String value,
            @JsonProperty("rate_date") LocalDate rateDate,
            String url) {}

    /** @param section the only section it lists; null if it lists everything */
    record SampleFeed(String path, FeedKind kind, @Nullable String section) {}

    enum FeedKind {
        RSS,
        ATOM,
        JSON,
        SITEMAP
    }

    /** How an outlet's pages tell machines what they are. */
    enum Theme {
        JSONLD,
        OPENGRAPH,
        MICRODATA,
        PLAIN
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
