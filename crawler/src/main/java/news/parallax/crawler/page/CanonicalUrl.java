package news.parallax.crawler.page;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The one address of an article: absolute, http or https, host in lowercase ASCII, without user, fragment, default
 * port and tracking parameters; the address behind redirectors and AMP forms. Making it canonical twice changes nothing
 * more.
 */
public record CanonicalUrl(String value) {

    public CanonicalUrl {
        if (!value.equals(HttpUrl.get(value).toString())) {
            throw new IllegalArgumentException("not in canonical form: " + value);
        }
    }

    /** Returns the canonical form; empty if the text is no absolute http or https URL. */
    public static Optional<CanonicalUrl> of(String url) {
        return Optional.ofNullable(HttpUrl.parse(url)).map(CanonicalUrl::of);
    }

    public static CanonicalUrl of(HttpUrl url) {
        HttpUrl end = withoutTracks(url);
        HttpUrl next = withoutTracks(Detour.end(end));
        while (next.toString().length() < end.toString().length()) { // every detour is longer than where it leads
            end = next;
            next = withoutTracks(Detour.end(end));
        }
        return new CanonicalUrl(end.toString());
    }

    private static HttpUrl withoutTracks(HttpUrl url) {
        HttpUrl.Builder builder =
                url.newBuilder().username("").password("").fragment(null).query(null);
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            if (!TrackingParameters.contain(name) && !(name.isEmpty() && url.queryParameterValue(i) == null)) {
                builder.addQueryParameter(name, url.queryParameterValue(i));
            }
        }
        // parsed once more, because a query is escaped a little differently when it is built than when it is parsed
        return HttpUrl.get(builder.build().toString());
    }

    /** First 128 bits of the SHA-256 of the URL, as 32 lowercase hexadecimal digits. */
    public String articleId() {
        return ContentHash.sha256(value).substring(0, 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
