package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article that another one was compared with.
 *
 * @param articleId the article
 * @param title its title; absent, like the fields below, if it is not known here
 * @param url its address
 * @param language BCP-47 of the title
 * @param sourceId its outlet
 * @param sourceName name of that
 * @param storyId the story it is in now
 * @param probability that both tell one event, from 0 to 1
 * @param evidence the part of each kind of evidence, from 0 to 1, by name
 * @param timeGapSeconds how much later than this one the article explained was published; negative if earlier
 * @param sharedNames names and numbers of both, the rarest first
 * @param sharedTerms other terms of both, the rarest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NearestView(
        String articleId,
        @Nullable String title,
        @Nullable String url,
        @Nullable String language,
        @Nullable String sourceId,
        @Nullable String sourceName,
        @Nullable String storyId,
        double probability,
        Map<String, Double> evidence,
        long timeGapSeconds,
        List<String> sharedNames,
        List<String> sharedTerms) {}
