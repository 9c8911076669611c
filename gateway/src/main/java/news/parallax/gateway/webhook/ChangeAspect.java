package news.parallax.gateway.webhook;

import java.util.Locale;

/** What of a story changed. */
public enum ChangeAspect {
    FOUNDED,
    ARTICLES,
    TELLING,
    COVERAGE,
    REGROUPED,
    MERGED;

    static ChangeAspect of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The lowercase name, for JSON and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
