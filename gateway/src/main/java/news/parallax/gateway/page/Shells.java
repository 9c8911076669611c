package news.parallax.gateway.page;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the frame of a page. Style sheet and script are named with a hash of themselves, so that they can be cached for good. */
@Singleton
public class Shells {
    private final PageLanguage language;
    private final UriInfo request;
    private final String stylesheet = versioned("parallax.css");
    private final String script = versioned("parallax.js");

    Shells(PageLanguage language, UriInfo request) {
        this.language = language;
        this.request = request;
    }

    /** Returns the frame of a page; section and greeting as in {@link Shell}. */
    public Shell of(String title, String section, String greeting) {
        return new Shell(
                language.locale().toLanguageTag(), path(), title, stylesheet, script, section, greeting, Head.NONE);
    }

    /** Returns the frame of a page that belongs to no section and knows no reader. */
    public Shell plain(String title) {
        return of(title, "", "");
    }

    private String path() {
        URI page = request.getRequestUri();
        return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
    }

    private static String versioned(String file) {
        return "/" + file + "?v=" + hashOf("META-INF/resources/" + file);
    }

    private static String hashOf(String resource) {
        try (InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("not in the jar: " + resource);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
