package news.parallax.crawler.url;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An address as browsers understand it (WHATWG URL Standard): of any scheme, in its normal form.
 *
 * @param scheme in lowercase, without colon
 * @param username percent-encoded; empty if there is none
 * @param password percent-encoded; empty if there is none
 * @param host in its normal form, empty for some files; null if the address names none
 * @param port -1 if it is the scheme's own or none
 * @param path segments, percent-encoded; the one element of an opaque path is all of it
 * @param opaque whether the path has no segments, as in {@code mailto:}
 * @param query percent-encoded, without question mark; null if there is none
 * @param fragment percent-encoded, without hash sign; null if there is none
 */
public record WebUrl(
        String scheme,
        String username,
        String password,
        @Nullable String host,
        int port,
        List<String> path,
        boolean opaque,
        @Nullable String query,
        @Nullable String fragment) {

    public WebUrl {
        path = List.copyOf(path);
    }

    /** Returns the address; empty if the text is none, or is relative. */
    public static Optional<WebUrl> parse(String text) {
        return new UrlParser(text, null).parse();
    }

    /** Returns where a link leads that stands at this address; empty if it leads nowhere. */
    public Optional<WebUrl> resolve(String link) {
        return new UrlParser(link, this).parse();
    }

    /** Returns an absolute address of the web; empty if the text is none, or is no http or https. */
    public static Optional<HttpUrl> http(String text) {
        return parse(text).flatMap(WebUrl::http);
    }

    /** Returns where a link leads that stands at an address; empty if it is none, or leads out of http and https. */
    public static Optional<HttpUrl> http(HttpUrl base, String link) {
        return parse(base.toString()).flatMap(url -> url.resolve(link)).flatMap(WebUrl::http);
    }

    private Optional<HttpUrl> http() {
        return scheme.equals("http") || scheme.equals("https")
                ? Optional.ofNullable(HttpUrl.parse(href()))
                : Optional.empty();
    }

    /** The whole address. */
    public String href() {
        StringBuilder href = new StringBuilder(scheme).append(':');
        if (host != null) {
            href.append("//").append(credentials()).append(host);
            if (port >= 0) {
                href.append(':').append(port);
            }
        } else if (!opaque && path.size() > 1 && path.getFirst().isEmpty()) {
            href.append("/."); // else the path would be read as a host
        }
        href.append(pathText());
        if (query != null) {
            href.append('?').append(query);
        }
        if (fragment != null) {
            href.append('#').append(fragment);
        }
        return href.toString();
    }

    private String credentials() {
        if (username.isEmpty() && password.isEmpty()) {
            return "";
        }
        return password.isEmpty() ? username + "@" : username + ":" + password + "@";
    }

    private String pathText() {
        return opaque ? path.getFirst() : path.isEmpty() ? "" : "/" + String.join("/", path);
    }

    boolean isFile() {
        return scheme.equals("file");
    }

    @Override
    public String toString() {
        return href();
    }
}
