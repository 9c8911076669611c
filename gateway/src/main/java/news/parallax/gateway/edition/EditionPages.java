package news.parallax.gateway.edition;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.page.Head;
import news.parallax.gateway.page.Names;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.story.StoryCards;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryCriteria;
import news.parallax.gateway.story.StoryHead;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import org.jspecify.annotations.Nullable;

/** The choice of editions, and the page of each. */
@Singleton
@Path("/editions")
@Produces(MediaType.TEXT_HTML)
class EditionPages {
    private static final int STORIES_PER_PAGE = 20;

    private final EditionClient editions;
    private final StoryClient stories;
    private final Visit visit;
    private final Shells shells;
    private final StoryHead head;
    private final StoryCards cards;
    private final PageLanguage language;

    EditionPages(
            EditionClient editions,
            StoryClient stories,
            Visit visit,
            Shells shells,
            StoryHead head,
            StoryCards cards,
            PageLanguage language) {
        this.editions = editions;
        this.stories = stories;
        this.visit = visit;
        this.shells = shells;
        this.head = head;
        this.cards = cards;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance editions(Shell shell, EditionListView list);

        static native TemplateInstance edition(Shell shell, EditionPage page);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance list() {
        Shell shell = shells.of(
                language.words(EditionWords.class).heading(), "", visit.reader().greeting());
        return Templates.editions(shell, editions.list());
    }

    /** A country by its code in capitals, or a language by its tag. */
    @GET
    @Path("{code}")
    @RunOnVirtualThread
    public TemplateInstance edition(@PathParam("code") String code, @QueryParam("cursor") @Nullable String cursor) {
        EditionListView list = editions.list();
        boolean country = has(list.countries(), code);
        if (!country && !has(list.languages(), code)) {
            throw new RequestRefused(
                    ProblemCode.EDITION_NOT_FOUND, "No outlet is of " + code + ".", Map.of("code", code));
        }
        String start = Objects.requireNonNullElse(cursor, "");
        StoryListView found =
                visit.show(stories.list(new StoryQuery(STORIES_PER_PAGE, start, false, criteria(code, country))));
        String name = country ? Names.country(code, language.locale()) : Names.language(code, language.locale());
        String feed = "/feeds/editions/" + (country ? "countries/" : "languages/") + code;
        Shell shell = shells.of(name, "", visit.reader().greeting())
                .with(start.isEmpty() ? head.ofList(name, "", "/editions/" + code, feed, found.stories()) : Head.NONE);
        return Templates.edition(
                shell,
                new EditionPage(
                        list,
                        code,
                        country,
                        start.isEmpty(),
                        cards.of(found.stories()),
                        found.nextCursor() == null
                                ? ""
                                : "/editions/" + code + "?cursor="
                                        + URLEncoder.encode(found.nextCursor(), StandardCharsets.UTF_8)));
    }

    private static StoryCriteria criteria(String code, boolean country) {
        return country
                ? StoryCriteria.of(StoryCriteria.Outlets.ofCountry(code))
                : StoryCriteria.of(new StoryCriteria.Articles(List.of(code), List.of(), ""));
    }

    private static boolean has(List<EditionView> known, String code) {
        return known.stream().anyMatch(edition -> edition.code().equals(code));
    }
}
