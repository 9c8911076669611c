package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One point of a summary: a sentence and where it stands.
 *
 * @param text the sentence: word for word as in the article, unless a model wrote it
 * @param articleId the article it stands in
 * @param sourceId the outlet of that article
 * @param sourceName name of that outlet
 * @param language BCP-47 language of the sentence; empty if not known
 * @param writtenByModel the language model that wrote the sentence from the article; absent if none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointView(
        String text,
        String articleId,
        String sourceId,
        String sourceName,
        String language,
        @Nullable String writtenByModel) {}
