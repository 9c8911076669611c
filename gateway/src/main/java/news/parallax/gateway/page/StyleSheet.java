package news.parallax.gateway.page;

import jakarta.inject.Singleton;
import java.util.Base64;

/**
 * The style of all pages. Each page carries it, compressed with its text, so that a first paint needs no request but the
 * page's own. The policy names its hash: no other style counts.
 */
@Singleton
class StyleSheet {
    private final Resource sheet =
            new Resource(shortened(Resource.of("parallax.css").text()));
    private final String source = "'sha256-" + Base64.getEncoder().encodeToString(sheet.digest()) + "'";

    /** What stands between the tags, to the character. */
    String text() {
        return sheet.text();
    }

    /** How a content security policy names it. */
    String source() {
        return source;
    }

    private static String shortened(String sheet) {
        return sheet.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }
}
