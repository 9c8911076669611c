package news.parallax.crawler.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * The one address of an article: absolute, http or https, host in lowercase ASCII, without user, fragment, default
 * port and tracking parameters. Making it canonical twice changes nothing more.
 */
public record CanonicalUrl(String value) {

    /** Parameters that name the way a reader came and never the article; from the documentation of the senders. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "li_fat_id",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "cmpid",
            "ito",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "xtor",
            "wt_mc",
            "smid",
            "ocid",
            "ncid",
            "cvid",
            "__twitter_impression");

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
        HttpUrl.Builder builder =
                url.newBuilder().username("").password("").fragment(null).query(null);
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            if (!tracks(name) && !(name.isEmpty() && url.queryParameterValue(i) == null)) {
                builder.addQueryParameter(name, url.queryParameterValue(i));
            }
        }
        // parsed once more, because a query is escaped a little differently when it is built than when it is parsed
        return new CanonicalUrl(HttpUrl.get(builder.build().toString()).toString());
    }

    private static boolean tracks(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
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
