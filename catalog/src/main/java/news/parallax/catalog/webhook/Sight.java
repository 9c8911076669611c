package news.parallax.catalog.webhook;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.catalog.story.StoryListRepository;
import news.parallax.catalog.story.StoryRedirectRepository;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** What a reader's mutes hide of what they could be told. */
@Singleton
class Sight {
    private final ViewerRepository viewers;
    private final StoryListRepository lists;
    private final StoryRedirectRepository redirects;

    Sight(ViewerRepository viewers, StoryListRepository lists, StoryRedirectRepository redirects) {
        this.viewers = viewers;
        this.lists = lists;
        this.redirects = redirects;
    }

    /** Returns those of the stories that a reader muted; one that was merged is muted if the remaining one is. */
    Set<String> hidden(String readerId, Collection<String> storyIds) {
        if (storyIds.isEmpty()) {
            return Set.of();
        }
        Viewer viewer = viewers.require(readerId);
        if (!viewer.mutes()) {
            return Set.of();
        }
        Map<String, String> remaining = redirects.targets(storyIds);
        Set<String> asked = new HashSet<>(storyIds);
        asked.addAll(remaining.values());
        Set<String> visible = lists.visible(asked, viewer);
        return storyIds.stream()
                .filter(id -> !visible.contains(remaining.getOrDefault(id, id)))
                .collect(Collectors.toSet());
    }
}
