package news.parallax.catalog.change;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.catalog.error.CatalogException.Invalid;

/**
 * A place in the stream of changes; opaque to whoever is given one.
 *
 * @param epoch the history that it is a place in
 * @param changeId the last change before the place
 */
record ResumeToken(String epoch, long changeId) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32}):(\\d{1,18})");
    private static final int LENGTH_MAX = 100;

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%s:%d".formatted(epoch, changeId).getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads what the caller sent; RESUME_TOKEN_INVALID if no call can have returned it. */
    static ResumeToken of(String text) {
        if (text.length() > LENGTH_MAX) {
            throw invalid(text.substring(0, LENGTH_MAX));
        }
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            if (!form.matches()) {
                throw invalid(text);
            }
            return new ResumeToken(form.group(1), Long.parseLong(form.group(2)));
        } catch (IllegalArgumentException e) {
            throw invalid(text);
        }
    }

    private static Invalid invalid(String text) {
        return new Invalid(
                "RESUME_TOKEN_INVALID",
                "resume_token=%s is not one of this stream".formatted(text),
                Map.of("resume_token", text));
    }
}
