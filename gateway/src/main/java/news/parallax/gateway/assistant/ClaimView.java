package news.parallax.gateway.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A sentence and where it stands.
 *
 * @param text word for word as in the article, unless a model wrote it
 * @param language BCP-47; empty if not known
 * @param writtenByModel the language model that wrote the sentence from the article; absent if none did
 * @param source outlet of the article
 * @param sourceUrl what is known of the outlet
 * @param articleUrl the article at its outlet; the story if that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimView(
        String text,
        String language,
        @Nullable String writtenByModel,
        String source,
        String sourceUrl,
        String articleUrl) {}
