package news.parallax.gateway.story;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.error.StoryAddress;
import news.parallax.gateway.page.ArticleMirror;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.RatingWords;
import org.jspecify.annotations.Nullable;

/** The page of a story. */
@Singleton
@Path("/stories/{id}")
@Produces(MediaType.TEXT_HTML)
class StoryPages {
    private final StoryClient stories;
    private final Visit visit;
    private final Shells shells;
    private final StoryHead head;
    private final StoryFrame frame;
    private final ArticleMirror mirror;
    private final ArticleLists lists;
    private final Timelines timelines;
    private final PageLanguage language;
    private final InstantSource clock;

    StoryPages(
            StoryClient stories,
            Visit visit,
            Shells shells,
            StoryHead head,
            StoryFrame frame,
            ArticleMirror mirror,
            ArticleLists lists,
            Timelines timelines,
            PageLanguage language,
            InstantSource clock) {
        this.stories = stories;
        this.visit = visit;
        this.shells = shells;
        this.head = head;
        this.frame = frame;
        this.mirror = mirror;
        this.lists = lists;
        this.timelines = timelines;
        this.language = language;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance story(Shell shell, StoryPage page);
    }

    @GET
    @RunOnVirtualThread
    public Response story(
            @PathParam("id") String id, @BeanParam ArticleParameters parameters, @Context UriInfo request) {
        ArticleChoice choice = parameters.toChoice(visit);
        StoryView story = visit.show(stories.get(id));
        StoryAddress.requireCurrent(id, story.id(), request);
        CoverageView coverage = visit.show(stories.coverage(id, null, BasisLabel.ALL));
        List<ArticleView> articles = lists.articles(id);
        Instant now = clock.instant();
        ArticlePanel panel = lists.panel(coverage, articles, choice, parameters.cursor(), now);
        Shell shell = shells.of(story.title(), "", visit.reader().greeting()).with(head.of(story, articles));
        String page = Templates.story(shell, page(story, coverage, articles, panel, now))
                .render();
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    private StoryPage page(
            StoryView story, CoverageView coverage, List<ArticleView> articles, ArticlePanel panel, Instant now) {
        var cited = new CitedArticles(mirror, articles, panel);
        return new StoryPage(
                story,
                TimeView.of(story.publishTime(), now),
                TimeView.of(story.updateTime(), now),
                story.summary().stream().map(cited::card).toList(),
                sides(story.details(), cited),
                timelines.of(story, articles, cited, now),
                images(story.details()),
                coverage,
                panel,
                frame.of(story, StoryFrame.WIDTH, StoryFrame.HEIGHT),
                language.words(RatingWords.class));
    }

    private List<ImageCard> images(@Nullable DetailsView details) {
        return details == null
                ? List.of()
                : details.images().stream()
                        .map(image -> new ImageCard(image, mirror.hrefOf(image.url())))
                        .filter(image -> !image.href().isEmpty())
                        .toList();
    }

    private static List<SideCard> sides(@Nullable DetailsView details, CitedArticles cited) {
        ComparisonView comparison = details == null ? null : details.comparison();
        if (comparison == null) {
            return List.of();
        }
        return comparison.sides().stream()
                .map(side -> new SideCard(
                        side,
                        side.terms().stream()
                                .map(term -> new SideCard.TermCard(term, cited.card(term.example())))
                                .toList(),
                        side.points().stream().map(cited::card).toList(),
                        comparison.outletsMin()))
                .toList();
    }
}
