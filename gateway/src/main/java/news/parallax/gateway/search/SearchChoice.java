package news.parallax.gateway.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.gateway.rating.SideLabel;
import news.parallax.gateway.story.StoryCriteria;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for. Empty text means any.
 *
 * @param words as typed
 * @param latest by latest news instead of relevance
 * @param days only stories with news in so many days; 0 means at any time
 * @param side only stories with an outlet of this side
 * @param language only stories with an article in it
 * @param country only stories with an outlet from there
 * @param kind only stories with such an article
 * @param freeOnly only stories with an article that everybody can read
 * @param gapOnly only stories with a coverage gap
 */
public record SearchChoice(
        String words,
        boolean latest,
        int days,
        @Nullable SideLabel side,
        String language,
        String country,
        String kind,
        boolean freeOnly,
        boolean gapOnly) {
    StoryCriteria toCriteria(Instant now) {
        return new StoryCriteria(
                days == 0 ? null : now.minus(Duration.ofDays(days)),
                null,
                gapOnly,
                0,
                false,
                new StoryCriteria.Outlets(
                        List.of(),
                        side == null ? List.of() : List.of(side),
                        List.of(),
                        List.of(),
                        List.of(),
                        listed(country),
                        List.of(),
                        List.of()),
                new StoryCriteria.Articles(listed(language), listed(kind), freeOnly ? "free" : ""),
                List.of());
    }

    /** Returns the address of the part of the list that begins there. */
    String href(String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("q", words);
        query.put("sort", latest ? "latest" : "");
        query.put("since", since());
        query.put("side", side == null ? "" : side.key());
        query.put("language", language);
        query.put("country", country);
        query.put("kind", kind);
        query.put("access", freeOnly ? "free" : "");
        query.put("gap", gapOnly ? "true" : "");
        query.put("cursor", cursor);
        return query.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/search?", ""));
    }

    /** How far back, as in addresses; empty for any time. */
    public String since() {
        return switch (days) {
            case 1 -> "day";
            case 7 -> "week";
            case 30 -> "month";
            default -> "";
        };
    }

    private static List<String> listed(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }
}
