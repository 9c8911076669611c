package news.parallax.gateway.story;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which order the articles of a story are listed. */
public enum ArticleOrder {
    NEWEST,
    OLDEST,
    /** Far left to far right, then unrated; within a step the newest first. */
    SIDE;

    static final Map<String, ArticleOrder> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ArticleOrder::key, Function.identity()));

    /** Name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
