package news.parallax.gateway.page;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Makes the frame of a page. The script is named with a hash of itself, so that it can be cached for good. */
@Singleton
public class Shells {
    private final PageLanguage language;
    private final UriInfo request;
    private final StyleSheet style;
    private final String script =
            "/parallax.js?v=" + Resource.of("META-INF/resources/parallax.js").version();

    Shells(PageLanguage language, UriInfo request, StyleSheet style) {
        this.language = language;
        this.request = request;
        this.style = style;
    }

    /** Returns the frame of a page; section and greeting as in {@link Shell}. */
    public Shell of(String title, String section, String greeting) {
        return new Shell(
                language.locale().toLanguageTag(), path(), title, style.text(), script, section, greeting, Head.NONE);
    }

    /** Returns the frame of a page that belongs to no section and knows no reader. */
    public Shell plain(String title) {
        return of(title, "", "");
    }

    private String path() {
        URI page = request.getRequestUri();
        return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
    }
}
