package news.parallax.gateway.story;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a story's page lists, and in which order. Empty text means any.
 *
 * @param order in which order
 * @param side only of outlets of this side; null means all
 * @param language only in this language, without its region
 * @param country only of outlets from this country
 * @param kind only of this kind
 * @param freeOnly only those that everybody can read
 */
public record ArticleChoice(
        ArticleOrder order, @Nullable SideLabel side, String language, String country, String kind, boolean freeOnly) {
    /** Whether articles are left out, or in another order than usual, by more than their side. */
    public boolean made() {
        return order != ArticleOrder.NEWEST || !language.isEmpty() || !country.isEmpty() || !kind.isEmpty() || freeOnly;
    }

    /** Returns the same choice for one side, or for all. */
    ArticleChoice on(@Nullable SideLabel other) {
        return new ArticleChoice(order, other, language, country, kind, freeOnly);
    }

    boolean includes(ArticleView article) {
        return (side == null || side == article.source().side())
                && (language.isEmpty() || language.equals(languageOf(article)))
                && (country.isEmpty() || country.equals(article.source().country()))
                && (kind.isEmpty() || kind.equals(article.kind()))
                && !(freeOnly && article.paywall());
    }

    static String languageOf(ArticleView article) {
        return Locale.forLanguageTag(article.language()).getLanguage();
    }

    /** Returns the address of a path with this choice, and where the list goes on if that is not empty. */
    String href(String path, String cursor) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("side", side == null ? "" : side.key());
        query.put("sort", order == ArticleOrder.NEWEST ? "" : order.key());
        query.put("language", language);
        query.put("country", country);
        query.put("kind", kind);
        query.put("access", freeOnly ? "free" : "");
        query.put("cursor", cursor);
        String text = query.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? path : path + "?" + text;
    }
}
