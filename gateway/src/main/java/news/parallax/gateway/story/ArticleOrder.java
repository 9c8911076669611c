package news.parallax.gateway.story;

import java.util.Locale;

/** In which order a story's page lists its articles. */
public enum ArticleOrder {
    NEWEST,
    OLDEST,
    /** Far left to far right, then unrated; within a step the newest first. */
    SIDE;

    /** Name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
