package news.parallax.gateway.story;

import org.jspecify.annotations.Nullable;

/**
 * In two words what a story is about.
 *
 * @param place as most outlets write it; null if they name none
 * @param country ISO 3166-1 alpha-2 code of the place, if it is a country
 * @param topic as most outlets write it; null if they name none
 */
public record KickerView(
        @Nullable String place,
        @Nullable String country,
        @Nullable String topic) {}
