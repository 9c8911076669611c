package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something a story is about.
 *
 * @param text as most outlets write it
 * @param kind person, place, topic; name if nothing tells whose it is
 * @param outletCount outlets with an independent report that names it
 * @param country ISO 3166-1 alpha-2 code, if it is a country
 * @param articleId an article that names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectView(
        String text, String kind, int outletCount, @Nullable String country, String articleId) {}
