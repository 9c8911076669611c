package news.parallax.crawler.outlet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outlets with their feeds, raters and owners, as a YAML file like {@code sample/outlets.yaml} lists them. */
public record Outlets(List<Rater> raters, List<Owner> owners, List<Outlet> outlets) {

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    public Outlets {
        raters = orEmpty(raters);
        owners = orEmpty(owners);
        outlets = orEmpty(outlets);
    }

    /** Returns the outlets of a file on the class path. */
    public static Outlets bundled(String name) {
        try (InputStream yaml = Outlets.class.getClassLoader().getResourceAsStream(name)) {
            return YAML.readValue(Objects.requireNonNull(yaml, name), Outlets.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the outlets of a file; IOException if it cannot be read or is no such list. */
    public static Outlets read(Path file) throws IOException {
        return YAML.readValue(Files.readString(file), Outlets.class);
    }

    public record Rater(
            String id,
            String name,
            @JsonProperty("home_url") String homeUrl) {}

    /** @param parent id of the owner of this owner; null if none is known */
    public record Owner(
            String id,
            String name,
            String category,
            @Nullable String parent,
            String country) {}

    public record Outlet(
            String domain,
            String name,
            String country,
            String language,
            int founded,
            List<String> aliases,
            List<String> owners,
            List<Rating> ratings,
            List<OutletFeed> feeds,
            Theme theme) {

        public Outlet {
            theme = theme == null ? Theme.PLAIN : theme;
            aliases = orEmpty(aliases);
            owners = orEmpty(owners);
            ratings = orEmpty(ratings);
            feeds = orEmpty(feeds);
        }
    }

    /** @param axis "bias" or "factuality" */
    public record Rating(
            String rater,
            String axis,
            String value,
            @JsonProperty("rate_date") LocalDate rateDate,
            String url) {}

    /**
     * @param path on the outlet's domain, or an absolute URL
     * @param kind what the sample edition serves there; the crawler finds out by itself
     * @param section the only section it lists; null if it lists everything
     */
    public record OutletFeed(
            String path, FeedKind kind, @Nullable String section) {

        public OutletFeed {
            kind = kind == null ? FeedKind.RSS : kind;
        }

        String url(String domain) {
            return path.startsWith("/") ? "http://" + domain + path : path;
        }
    }

    public enum FeedKind {
        RSS,
        ATOM,
        JSON,
        SITEMAP
    }

    /** How the pages of a sample outlet tell machines what they are. */
    public enum Theme {
        JSONLD,
        OPENGRAPH,
        MICRODATA,
        PLAIN
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
