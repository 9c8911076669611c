package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.coverage.SplitCounts;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.viewer.Viewer;

/** Fills pages of stories. */
@Singleton
class StoryLists {
    private final StoryListRepository stories;
    private final GapRule gapRule;

    StoryLists(StoryListRepository stories, GapRule gapRule) {
        this.stories = stories;
        this.gapRule = gapRule;
    }

    /**
     * Returns a page. The database tells gaps as they are for everybody; whether there is one for a reader who rates sources
     * otherwise is counted here, with the same arithmetic, until the page is full.
     */
    Page<StoryEntity> page(PageRequest request, StoryOrdering order, StoryFilter filter, Viewer viewer) {
        List<StoryEntity> shown = new ArrayList<>();
        List<String> last = request.after();
        List<StoryEntity> chunk;
        do {
            chunk = stories.after(last, request.fetchSize(), order, filter, viewer);
            chunk.stream()
                    .filter(story -> !filter.gapOnly() || hasGap(story, viewer))
                    .forEach(shown::add);
            last = chunk.isEmpty() ? last : key(chunk.getLast(), order);
        } while (shown.size() < request.fetchSize() && chunk.size() == request.fetchSize());
        return request.page(shown, story -> key(story, order));
    }

    private boolean hasGap(StoryEntity story, Viewer viewer) {
        return viewer.biases().isEmpty()
                || SplitCounts.of(viewer.count(story.coverageSources), gapRule)
                        .gapSide()
                        .isPresent();
    }

    private static List<String> key(StoryEntity story, StoryOrdering order) {
        return List.of(
                order == StoryOrdering.TOP ? String.valueOf(story.rank) : String.valueOf(story.updateTime), story.id);
    }
}
