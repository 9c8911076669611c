package news.parallax.gateway.feeds;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.story.CriteriaParameters;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;
import news.parallax.gateway.subject.SubjectClient;
import news.parallax.gateway.subject.SubjectDetailsView;
import org.jspecify.annotations.Nullable;

/** Feeds of what a search finds, of subjects, and of editions: latest news first unless a search asks otherwise. */
@Singleton
@Path("/feeds")
class FoundFeedPages {
    private final StoryClient stories;
    private final StorySearchClient searches;
    private final SubjectClient subjects;
    private final Visit visit;
    private final FeedWriter writer;

    FoundFeedPages(
            StoryClient stories, StorySearchClient searches, SubjectClient subjects, Visit visit, FeedWriter writer) {
        this.stories = stories;
        this.searches = searches;
        this.subjects = subjects;
        this.visit = visit;
        this.writer = writer;
    }

    /** Takes the parameters of /v1/search. */
    @GET
    @Path("search" + FeedPages.ENDING)
    @RunOnVirtualThread
    public Response search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("query-language") @Nullable String language,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("gap") @Nullable String gap,
            @BeanParam CriteriaParameters criteria,
            @BeanParam FeedPaging paging,
            @Context UriInfo request) {
        visit.asVisitor();
        String words = Objects.requireNonNullElse(q, "");
        boolean gapOnly = Parameters.flag("gap", gap);
        if (gapOnly) {
            visit.require(Capability.BIAS);
        }
        StoryCriteria asked = criteria.toCriteria(visit);
        List<String> languages = Parameters.texts("query-language", language, Parameters.LANGUAGE);
        StoryListView list = visit.show(searches.find(
                new SearchText(words, languages.isEmpty() ? "" : languages.getFirst()),
                new StoryQuery(
                        writer.limit(paging),
                        writer.cursor(paging),
                        Parameters.choice("sort", sort, true, Map.of("relevance", false, "latest", true)),
                        gapOnly ? asked.withGap() : asked)));
        String query = query(request);
        var feed = new Feed(
                "search",
                query,
                words.isEmpty() ? "Search" : "Search: " + words,
                "Stories that a search finds.",
                "/search" + (query.isEmpty() ? "" : "?" + query));
        return writer.answer(feed, paging, list.stories(), list.nextCursor());
    }

    @GET
    @Path("{kind: topics|places|subjects}/{id: [0-9A-Za-z]+}" + FeedPages.ENDING)
    @RunOnVirtualThread
    public Response subject(@PathParam("kind") String kind, @PathParam("id") String id, @BeanParam FeedPaging paging) {
        visit.asVisitor();
        SubjectDetailsView found = visit.show(subjects.get(id, writer.limit(paging), writer.cursor(paging), true));
        String path = kind + "/" + id;
        String pagePath = (kind.equals("places") ? "/places/" : "/topics/") + id;
        var feed = new Feed(
                path, found.subject().name(), "Stories about " + found.subject().name() + ".", pagePath);
        return writer.answer(feed, paging, found.stories(), found.nextCursor());
    }

    @GET
    @Path("editions/countries/{code: [A-Za-z][A-Za-z]}" + FeedPages.ENDING)
    @RunOnVirtualThread
    public Response country(@PathParam("code") String code, @BeanParam FeedPaging paging) {
        String country = code.toUpperCase(Locale.ROOT);
        String name = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
        return edition(
                "editions/countries/" + country,
                "/editions/" + country,
                name,
                StoryCriteria.of(StoryCriteria.Outlets.ofCountry(country)),
                paging);
    }

    @GET
    @Path("editions/languages/{code: [A-Za-z][A-Za-z][A-Za-z]?}" + FeedPages.ENDING)
    @RunOnVirtualThread
    public Response language(@PathParam("code") String code, @BeanParam FeedPaging paging) {
        String language = code.toLowerCase(Locale.ROOT);
        String name = Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
        var articles = new StoryCriteria.Articles(List.of(language), List.of(), "");
        return edition(
                "editions/languages/" + language, "/editions/" + language, name, StoryCriteria.of(articles), paging);
    }

    private Response edition(String path, String pagePath, String name, StoryCriteria criteria, FeedPaging paging) {
        visit.asVisitor();
        var query = new StoryQuery(writer.limit(paging), writer.cursor(paging), true, criteria);
        StoryListView list = visit.show(stories.list(query));
        var feed = new Feed(path, "Edition: " + name, "Stories of the edition, latest news first.", pagePath);
        return writer.answer(feed, paging, list.stories(), list.nextCursor());
    }

    /** What was asked, without which page. */
    private static String query(UriInfo request) {
        String query = Objects.requireNonNullElse(request.getRequestUri().getRawQuery(), "");
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("cursor=") && !part.startsWith("limit="))
                .map(PlainText::of)
                .collect(Collectors.joining("&"));
    }
}
