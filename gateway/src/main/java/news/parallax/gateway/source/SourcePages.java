package news.parallax.gateway.source;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.page.Head;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.rating.RatingWords;
import news.parallax.gateway.story.StoryCard;
import news.parallax.gateway.story.StoryClient;
import news.parallax.gateway.story.StoryHead;
import news.parallax.gateway.story.StoryListView;
import news.parallax.gateway.story.StoryQuery;
import org.jspecify.annotations.Nullable;

/** The list of outlets and the page of each. */
@Singleton
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
class SourcePages {
    private static final int SOURCES_PER_PAGE = 100;
    private static final int STORIES_PER_PAGE = 12;

    private final SourceClient sources;
    private final SourceProfileClient profiles;
    private final StoryClient stories;
    private final Visit visit;
    private final Shells shells;
    private final PageLanguage language;
    private final StoryHead head;
    private final InstantSource clock;

    SourcePages(
            SourceClient sources,
            SourceProfileClient profiles,
            StoryClient stories,
            Visit visit,
            Shells shells,
            PageLanguage language,
            StoryHead head,
            InstantSource clock) {
        this.sources = sources;
        this.profiles = profiles;
        this.stories = stories;
        this.visit = visit;
        this.shells = shells;
        this.language = language;
        this.head = head;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sources(Shell shell, List<SourceCard> cards, String moreHref);

        static native TemplateInstance source(Shell shell, SourcePage page);
    }

    @GET
    @RunOnVirtualThread
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor) {
        SourceListView list = visit.show(sources.list(SOURCES_PER_PAGE, Objects.requireNonNullElse(cursor, "")));
        List<SourceCard> cards = list.sources().stream().map(SourceCard::new).toList();
        Shell shell = shells.of(
                language.words(SourceWords.class).heading(),
                "sources",
                visit.reader().greeting());
        return Templates.sources(shell, cards, moreHref("/sources", list.nextCursor()));
    }

    @GET
    @Path("{domain: .+}")
    @RunOnVirtualThread
    public TemplateInstance get(@PathParam("domain") String domain, @QueryParam("cursor") @Nullable String cursor) {
        RatedSourceView source = visit.show(sources.get(domain));
        StoryListView list = visit.show(stories.list(
                new StoryQuery(STORIES_PER_PAGE, Objects.requireNonNullElse(cursor, ""), true, false, source.id())));
        SourceProfileView profile = cursor == null ? visit.show(profiles.get(source.id())) : null;
        String path = "/sources/" + source.id();
        Shell shell = shells.of(source.name(), "sources", visit.reader().greeting())
                .with(
                        cursor == null
                                ? head.ofList(source.name(), "", path, "/feeds" + path, list.stories())
                                : Head.NONE);
        return Templates.source(shell, page(source, profile, list));
    }

    private SourcePage page(RatedSourceView source, @Nullable SourceProfileView profile, StoryListView list) {
        Instant now = clock.instant();
        RatingWords words = language.words(RatingWords.class);
        return new SourcePage(
                source,
                source.biasRatings() == null ? List.of() : RatingCard.of(source.biasRatings(), words::bias, now),
                source.factualityRatings() == null
                        ? List.of()
                        : RatingCard.of(source.factualityRatings(), words::factuality, now),
                profile,
                list.stories().stream().map(story -> StoryCard.of(story, now)).toList(),
                moreHref("/sources/" + source.id(), list.nextCursor()));
    }

    private static String moreHref(String path, @Nullable String nextCursor) {
        return nextCursor == null ? "" : path + "?cursor=" + URLEncoder.encode(nextCursor, StandardCharsets.UTF_8);
    }
}
