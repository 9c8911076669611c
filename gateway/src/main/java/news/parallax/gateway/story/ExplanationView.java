package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons that decided that an article is in its story.
 *
 * @param threshold least similarity with which an article joins a story, from 0 to 1
 * @param founder whether the story began with the article
 * @param outdated whether the article has been put into another story since
 * @param comparedCount articles of the story that it was compared with
 * @param nearest those most probably about the same event, the most probable first; at most three
 * @param runnerUp the next best story; absent if no other had anything in common with the article
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationView(
        double threshold,
        boolean founder,
        boolean outdated,
        int comparedCount,
        List<NearestView> nearest,
        @Nullable RunnerUpView runnerUp) {}
