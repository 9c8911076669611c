package news.parallax.gateway.story;

import java.util.Map;

/**
 * How many stories a search would be narrowed down to.
 *
 * @param byChoice stories by choice as addresses have it, such as {@code language=en}; those that no story has are left out
 */
public record FacetCounts(Map<String, Integer> byChoice) {
    /** Nothing was counted. */
    public static final FacetCounts NONE = new FacetCounts(Map.of());

    public FacetCounts {
        byChoice = Map.copyOf(byChoice);
    }

    /** Returns how many stories have a value of a parameter. */
    public int of(String parameter, String value) {
        return byChoice.getOrDefault(parameter + "=" + value, 0);
    }
}
