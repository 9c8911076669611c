package news.parallax.catalog.search;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.searches;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.catalog.v1.SearchStoriesRequest;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryFilter;

/** Searches of the running catalog, once all that was recorded before is indexed. */
public final class Indexed {
    private static final AtomicInteger MARKS = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Indexed() {}

    /** Stories are indexed in the order in which they became due, so one that is recorded now comes last. */
    public static void await() {
        String mark = "indexmark" + MARKS.incrementAndGet();
        record(record(
                storyId(mark),
                article("https://" + mark + ".example/").toBuilder()
                        .setTitle(mark)
                        .build()));
        Instant deadline = Instant.now().plus(LIMIT);
        while (searches()
                        .searchStories(
                                SearchStoriesRequest.newBuilder().setQuery(mark).build())
                        .getStoriesCount()
                == 0) {
            assertThat(Instant.now()).as("indexed").isBefore(deadline);
            Thread.yield();
        }
    }

    public static List<String> find(String query) {
        return find(query, StoryFilter.getDefaultInstance());
    }

    static List<String> find(String query, StoryFilter filter) {
        return find(SearchStoriesRequest.newBuilder()
                .setQuery(query)
                .setFilter(filter)
                .build());
    }

    /** Returns the ids of stories on all pages. */
    static List<String> find(SearchStoriesRequest request) {
        List<String> found = new ArrayList<>();
        var next = request.toBuilder();
        do {
            var page = searches().searchStories(next.build());
            page.getStoriesList().stream().map(Story::getId).forEach(found::add);
            next.setPageToken(page.getNextPageToken());
        } while (!next.getPageToken().isEmpty());
        return found;
    }
}
