package news.parallax.gateway.story;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.error.ListCursor;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/** Lists the articles of a story in orders that the catalog has not: of the latest thousand. */
@Singleton
class SortedArticles {
    private static final int FETCHED_AT_ONCE = 100;

    private final StoryClient stories;

    SortedArticles(StoryClient stories) {
        this.stories = stories;
    }

    /** Returns a page of articles: of one side, or of all if there is none named. */
    ArticleListView list(String storyId, ArticleOrder order, @Nullable SideLabel side, int limit, String cursor) {
        var cursors = new ListCursor(storyId + ' ' + order + ' ' + side);
        String after = cursors.id(cursor);
        ArticleListView all = all(storyId, side);
        List<ArticleView> sorted =
                all.articles().stream().sorted(Reports.order(order)).toList();
        List<ArticleView> rest = sorted.subList(start(sorted, after), sorted.size());
        List<ArticleView> page = rest.stream().limit(limit).toList();
        return new ArticleListView(
                all.storyId(),
                page,
                page.size() == rest.size() ? null : cursors.after(page.getLast().id()),
                Map.of());
    }

    private ArticleListView all(String storyId, @Nullable SideLabel side) {
        List<ArticleView> articles = new ArrayList<>();
        String cursor = "";
        ArticleListView list;
        do {
            list = stories.articles(storyId, side, FETCHED_AT_ONCE, cursor);
            articles.addAll(list.articles());
            cursor = Objects.requireNonNullElse(list.nextCursor(), "");
        } while (!cursor.isEmpty() && articles.size() < ArticleLists.FETCHED_MAX);
        return new ArticleListView(list.storyId(), articles, null, Map.of());
    }

    private static int start(List<ArticleView> sorted, String after) {
        if (after.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(after)) {
                return i + 1;
            }
        }
        throw new RequestRefused(
                ProblemCode.CURSOR_INVALID,
                "The article after which the page starts is no longer in the list.",
                Map.of("parameter", "cursor"));
    }
}
