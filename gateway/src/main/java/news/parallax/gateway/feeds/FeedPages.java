package news.parallax.gateway.feeds;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.source.RatedSourceView;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.story.ArticleListView;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StoryView;

/**
 * Feeds for feed readers. They show what anybody may see, whoever asks: their addresses are passed on, and keys do not
 * belong in addresses.
 */
@Singleton
@Path("/feeds")
class FeedPages {
    static final String ENDING = ".{format: " + FeedFormat.ENDINGS + "}";

    private final StoryClient stories;
    private final SourceClient sources;
    private final Visit visit;
    private final FeedItems items;
    private final FeedWriter writer;

    FeedPages(StoryClient stories, SourceClient sources, Visit visit, FeedItems items, FeedWriter writer) {
        this.stories = stories;
        this.sources = sources;
        this.visit = visit;
        this.items = items;
        this.writer = writer;
    }

    @GET
    @Path("top" + ENDING)
    @RunOnVirtualThread
    public Response top(@BeanParam FeedPaging paging) {
        visit.asVisitor();
        var feed = new Feed("top", "Top stories", "The weightiest stories first, with who covers them.", "/");
        return ofStories(feed, paging, new StoryQuery(writer.limit(paging), writer.cursor(paging), false, false, ""));
    }

    @GET
    @Path("latest" + ENDING)
    @RunOnVirtualThread
    public Response latest(@BeanParam FeedPaging paging) {
        visit.asVisitor();
        var feed = new Feed("latest", "Latest stories", "Stories by their newest report or correction.", "/latest");
        return ofStories(feed, paging, new StoryQuery(writer.limit(paging), writer.cursor(paging), true, false, ""));
    }

    @GET
    @Path("gaps" + ENDING)
    @RunOnVirtualThread
    public Response gaps(@BeanParam FeedPaging paging) {
        visit.asVisitor();
        visit.require(Capability.BIAS);
        var feed = new Feed(
                "gaps", "Coverage gaps", "Stories that one side hardly covers while the other side does.", "/gaps");
        return ofStories(feed, paging, new StoryQuery(writer.limit(paging), writer.cursor(paging), false, true, ""));
    }

    @GET
    @Path("sources/{domain: .+}" + ENDING)
    @RunOnVirtualThread
    public Response source(@PathParam("domain") String domain, @BeanParam FeedPaging paging) {
        visit.asVisitor();
        RatedSourceView source = visit.show(sources.get(domain));
        if (!source.id().equals(domain)) {
            return moved("sources/" + source.id(), paging);
        }
        var feed = new Feed(
                "sources/" + source.id(),
                source.name(),
                "Stories that " + source.name() + " reports, with who else does.",
                "/sources/" + source.id());
        return ofStories(
                feed, paging, new StoryQuery(writer.limit(paging), writer.cursor(paging), true, false, source.id()));
    }

    /** The reports of one story, without copies of another report: those say nothing new. */
    @GET
    @Path("stories/{id}" + ENDING)
    @RunOnVirtualThread
    public Response story(@PathParam("id") String id, @BeanParam FeedPaging paging) {
        visit.asVisitor();
        StoryView story = visit.show(stories.get(id));
        if (!story.id().equals(id)) {
            return moved("stories/" + story.id(), paging);
        }
        ArticleListView list = visit.show(stories.articles(id, null, writer.limit(paging), writer.cursor(paging)));
        List<FeedItemView> reports = list.articles().stream()
                .filter(article -> article.copyOf() == null)
                .map(article -> items.of(article, id))
                .toList();
        var feed = new Feed("stories/" + id, story.title(), "Reports of this story.", "/stories/" + id);
        return writer.write(feed, paging, reports, list.nextCursor());
    }

    private Response ofStories(Feed feed, FeedPaging paging, StoryQuery query) {
        StoryListView list = visit.show(stories.list(query));
        return writer.answer(feed, paging, list.stories(), list.nextCursor());
    }

    private static Response moved(String path, FeedPaging paging) {
        URI address = URI.create("/feeds/" + path + "." + paging.format());
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(address)
                .build();
    }
}
