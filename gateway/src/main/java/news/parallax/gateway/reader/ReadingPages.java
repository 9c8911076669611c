package news.parallax.gateway.reader;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import news.parallax.gateway.page.ArticleMirror;
import news.parallax.gateway.story.ArticleListView;
import news.parallax.gateway.story.ArticleView;
import news.parallax.gateway.story.StoryClient;
import org.jspecify.annotations.Nullable;

/** The way from a story's page to an article at its outlet, on which it is remembered for the reader's balance. */
@Singleton
@Path("/stories/{story}/articles/{article}/open")
class ReadingPages {
    private static final int ARTICLES_A_CALL = 200;
    private static final int CALLS_LIMIT = 10;

    private final StoryClient stories;
    private final ArticleMirror mirror;
    private final History history;

    ReadingPages(StoryClient stories, ArticleMirror mirror, History history) {
        this.stories = stories;
        this.mirror = mirror;
        this.history = history;
    }

    /** Another site can send a reader here; it goes on to the article all the same, and is not counted as read. */
    @GET
    @RunOnVirtualThread
    public Response open(
            @PathParam("story") String story,
            @PathParam("article") String article,
            @HeaderParam("Sec-Fetch-Site") @Nullable String site) {
        String url = find(story, article)
                .map(ArticleView::url)
                .map(mirror::hrefOf)
                .filter(href -> !href.isEmpty())
                .orElseThrow(NotFoundException::new);
        if ("same-origin".equals(site)) {
            history.readArticle(article);
        }
        return Response.seeOther(URI.create(url)).build();
    }

    private Optional<ArticleView> find(String story, String article) {
        @Nullable String cursor = "";
        for (int call = 0; call < CALLS_LIMIT && cursor != null; call++) {
            ArticleListView list = stories.articles(story, null, ARTICLES_A_CALL, cursor);
            Optional<ArticleView> found = list.articles().stream()
                    .filter(view -> view.id().equals(article))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = list.nextCursor();
        }
        return Optional.empty();
    }
}
