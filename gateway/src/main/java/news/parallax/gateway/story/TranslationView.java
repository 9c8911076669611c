package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Title and summary of an article as a translation engine put them; the original stands beside it.
 *
 * @param language BCP-47 language that they are in
 * @param title translated title; empty if the article has none
 * @param excerpt translated summary; absent if the article has none, or it was too long
 * @param engine the engine, named for readers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranslationView(
        String language, String title, @Nullable String excerpt, String engine) {}
