package news.parallax.gateway.page;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;

/** Decides where a link to an article leads. */
@Singleton
public class ArticleMirror {
    private final Map<String, URI> mirrors;

    ArticleMirror(GatewayConfig config) {
        mirrors = Map.copyOf(config.articleMirror());
    }

    /** Returns the address to open; empty if it is no http or https address, which a page must not link to. */
    public String hrefOf(String url) {
        URI article;
        try {
            article = new URI(url);
        } catch (URISyntaxException e) {
            return "";
        }
        String scheme = Optional.ofNullable(article.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (article.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return "";
        }
        return mirrors.entrySet().stream()
                .filter(mirror -> covers(mirror.getKey(), article.getHost()))
                .findFirst()
                .map(mirror -> mirrored(mirror.getValue(), article))
                .orElse(url);
    }

    private static boolean covers(String ending, String host) {
        return host.equals(ending) || host.endsWith("." + ending);
    }

    private static String mirrored(URI mirror, URI article) {
        String address = mirror.toString();
        String root = address.endsWith("/") ? address : address + "/";
        String query = article.getRawQuery() == null ? "" : "?" + article.getRawQuery();
        return root + article.getHost() + article.getRawPath() + query;
    }
}
