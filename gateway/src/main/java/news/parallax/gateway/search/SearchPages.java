package news.parallax.gateway.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.Head;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.FacetCounts;
import news.parallax.gateway.story.SearchText;
import news.parallax.gateway.story.StoryCards;
import news.parallax.gateway.story.StoryHead;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import news.parallax.gateway.story.StorySearchClient;

/** Search as a page. */
@Singleton
@Path("/search")
@Produces(MediaType.TEXT_HTML)
class SearchPages {
    private static final int STORIES_PER_PAGE = 18;

    private final StorySearchClient searches;
    private final Visit visit;
    private final Shells shells;
    private final StoryHead head;
    private final StoryCards cards;
    private final PageLanguage language;
    private final InstantSource clock;

    SearchPages(
            StorySearchClient searches,
            Visit visit,
            Shells shells,
            StoryHead head,
            StoryCards cards,
            PageLanguage language,
            InstantSource clock) {
        this.searches = searches;
        this.visit = visit;
        this.shells = shells;
        this.head = head;
        this.cards = cards;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(Shell shell, SearchPage page);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance search(@BeanParam SearchParameters parameters) {
        SearchChoice choice = parameters.toChoice(visit);
        SearchWords words = language.words(SearchWords.class);
        Shell shell = shells.of(words.heading(), "", visit.reader().greeting());
        boolean bySide = visit.reader().can(Capability.BIAS);
        if (choice.words().isEmpty()) {
            return Templates.search(
                    shell.with(head.ofList(words.heading(), words.how(), "/search", "", List.of())),
                    new SearchPage(choice, List.of(), "", FacetCounts.NONE, bySide, language.locale()));
        }
        Instant now = clock.instant();
        var text = new SearchText(choice.words(), "");
        var query = new StoryQuery(STORIES_PER_PAGE, parameters.cursor(), choice.latest(), choice.toCriteria(now));
        StoryListView list = visit.show(searches.find(text, query));
        SearchPage page = new SearchPage(
                choice,
                cards.of(list.stories()),
                list.nextCursor() == null ? "" : choice.href(list.nextCursor()),
                searches.countFacets(text, query.criteria()),
                bySide,
                language.locale());
        return Templates.search(shell.with(parameters.cursor().isEmpty() ? head(page, words, list) : Head.NONE), page);
    }

    /** The feed takes the words alone: what else the page offers has other names there. */
    private Head head(SearchPage page, SearchWords words, StoryListView list) {
        SearchChoice choice = page.choice();
        return head.ofList(
                choice.words(),
                words.found(choice.words()),
                choice.href(""),
                page.narrowed() ? "" : choice.href("").replaceFirst("^/search", "/feeds/search"),
                list.stories());
    }
}
