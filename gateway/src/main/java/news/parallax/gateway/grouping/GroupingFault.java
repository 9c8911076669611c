package news.parallax.gateway.grouping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be wrong with a story. */
public enum GroupingFault {
    /** An article tells something else. */
    WRONG_ARTICLE,
    /** Another story tells the same. */
    SAME_STORY,
    /** Something else, in words. */
    OTHER;

    static final Map<String, GroupingFault> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(GroupingFault::key, fault -> fault));

    /** Name in forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
