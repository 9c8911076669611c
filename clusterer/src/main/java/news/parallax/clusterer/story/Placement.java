package news.parallax.clusterer.story;

import java.util.Set;

/**
 * Where editors' decisions have left an article.
 *
 * @param storyId the story that it is in
 * @param pinned whether it stays there
 * @param barredStoryIds stories that it stays out of
 */
public record Placement(String articleId, String storyId, boolean pinned, Set<String> barredStoryIds) {

    public Placement {
        barredStoryIds = Set.copyOf(barredStoryIds);
    }
}
