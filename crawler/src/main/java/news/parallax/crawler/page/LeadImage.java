package news.parallax.crawler.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** The picture that stands for an article: stated for previews, in JSON-LD or microdata; never a logo or placeholder. */
final class LeadImage {

    private static final int URL_CHARS_MAX = 2000;

    private static final Pattern NO_PICTURE = Pattern.compile(
            "(?i)(?<![a-z])(?:(?:site-?|default-?|header-?|og-?|fb-?|facebook-?|share-?|sharing-?|social-?|amp-?)?logos?"
                    + "|placeholder|default-?(?:image|img|share|social|thumb(?:nail)?|og)|(?:share|social|og)-?default|fallback|no-?(?:image|img|photo|picture)"
                    + "|blank|spacer|pixel|transparent|favicon|apple-touch-icon|icon-?\\d+|avatar|gravatar|dummy|missing)(?![a-z])");

    private LeadImage() {}

    /** An absolute http or https URL; empty if the page names no picture. */
    static String of(PageMetadata meta, ArticleScope scope, HttpUrl url) {
        return Stream.of(
                        meta.metas("og:image", "og:image:url", "og:image:secure_url"),
                        meta.jsonLd().values("image").map(LeadImage::addressOf),
                        meta.metas("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full"),
                        meta.jsonLd().values("thumbnailUrl").map(LeadImage::addressOf),
                        Stream.of(scope.property("image"), meta.meta("thumbnail")))
                .flatMap(addresses -> addresses)
                .flatMap(address -> absolute(address, url).stream())
                .filter(address -> !NO_PICTURE.matcher(fileOf(address)).find())
                .map(HttpUrl::toString)
                .findFirst()
                .orElse("");
    }

    private static String addressOf(JsonNode image) {
        return image.isObject()
                ? image.path("url")
                        .asText(image.path("contentUrl")
                                .asText(image.path("@id").asText("")))
                : image.asText("");
    }

    private static Optional<HttpUrl> absolute(String address, HttpUrl url) {
        return address.isBlank() || address.length() > URL_CHARS_MAX
                ? Optional.empty()
                : Optional.ofNullable(url.resolve(address.strip()));
    }

    private static String fileOf(HttpUrl url) {
        return url.pathSegments().getLast();
    }
}
