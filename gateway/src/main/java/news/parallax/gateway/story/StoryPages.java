package news.parallax.gateway.story;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.page.ArticleMirror;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.RatingWords;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/** The page of a story. */
@Singleton
@Path("/stories/{id}")
@Produces(MediaType.TEXT_HTML)
class StoryPages {
    private static final int ARTICLES_PER_PAGE = 50;
    /** A point may cite an article of another page; so many of the latest are searched for it. */
    private static final int ARTICLES_SEARCHED = 200;

    private final StoryClient stories;
    private final Visit visit;
    private final Shells shells;
    private final ArticleMirror mirror;
    private final WhyCards whyCards;
    private final PageLanguage language;
    private final InstantSource clock;

    StoryPages(
            StoryClient stories,
            Visit visit,
            Shells shells,
            ArticleMirror mirror,
            WhyCards whyCards,
            PageLanguage language,
            InstantSource clock) {
        this.stories = stories;
        this.visit = visit;
        this.shells = shells;
        this.mirror = mirror;
        this.whyCards = whyCards;
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
            @PathParam("id") String id,
            @QueryParam("side") @Nullable String side,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo request) {
        SideLabel label = side == null ? null : Parameters.choice("side", side, SideLabel.UNRATED, SideLabel.BY_KEY);
        if (label != null) {
            visit.require(Capability.BIAS);
        }
        StoryView story = visit.show(stories.get(id));
        StoryAddress.requireCurrent(id, story.id(), request);
        CoverageView coverage = visit.show(stories.coverage(id, null, BasisLabel.ALL));
        ArticleListView articles =
                visit.show(stories.articles(id, label, ARTICLES_PER_PAGE, Objects.requireNonNullElse(cursor, "")));
        Shell shell = shells.of(story.title(), "", visit.reader().greeting());
        String page = Templates.story(shell, page(story, coverage, articles, side == null ? "" : side))
                .render();
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    private StoryPage page(StoryView story, CoverageView coverage, ArticleListView articles, String side) {
        Instant now = clock.instant();
        CitedArticles cited = cited(story, articles.articles());
        return new StoryPage(
                story,
                TimeView.of(story.publishTime(), now),
                TimeView.of(story.updateTime(), now),
                story.summary().stream().map(cited::card).toList(),
                sides(story.details(), cited),
                firstReport(story.details(), cited, now),
                images(story.details()),
                coverage,
                cards(story.id(), articles.articles(), now),
                side,
                moreHref(story.id(), side, articles.nextCursor()),
                language.words(RatingWords.class));
    }

    private CitedArticles cited(StoryView story, List<ArticleView> shown) {
        var cited = new CitedArticles(mirror, shown);
        if (!StoryPage.citedArticleIds(story).allMatch(cited::knows)) {
            cited.add(stories.articles(story.id(), null, ARTICLES_SEARCHED, "").articles());
        }
        return cited;
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

    private static @Nullable FirstReportCard firstReport(
            @Nullable DetailsView details, CitedArticles cited, Instant now) {
        FirstReportView first = details == null ? null : details.firstReport();
        if (first == null) {
            return null;
        }
        List<FirstReportCard.ReportCard> contenders = first.contenders().stream()
                .map(report -> card(report, cited, now))
                .toList();
        return new FirstReportCard(
                card(first.report(), cited, now),
                first.uncertain(),
                contenders,
                first.contenderCount() - contenders.size(),
                Duration.ofSeconds(first.tieSeconds()).toMinutes());
    }

    private static FirstReportCard.ReportCard card(ReportTimeView report, CitedArticles cited, Instant now) {
        return new FirstReportCard.ReportCard(report, TimeView.of(report.time(), now), cited.href(report.articleId()));
    }

    private List<ArticleCard> cards(String storyId, List<ArticleView> articles, Instant now) {
        Map<String, WhyCard> reasons = whyCards.of(storyId, articles);
        Map<String, String> outlets = new HashMap<>();
        articles.forEach(article -> outlets.put(article.id(), article.source().name()));
        return articles.stream()
                .map(article -> new ArticleCard(
                        article,
                        mirror.hrefOf(article.url()),
                        TimeView.of(article.publishTime(), now),
                        TimeView.of(article.modifyTime(), now),
                        outlets.getOrDefault(Objects.requireNonNullElse(article.copyOf(), ""), ""),
                        Objects.requireNonNull(reasons.get(article.id()))))
                .toList();
    }

    private static String moreHref(String id, String side, @Nullable String nextCursor) {
        if (nextCursor == null) {
            return "";
        }
        String filter = side.isEmpty() ? "" : "side=" + side + "&";
        return "/stories/" + id + "?" + filter + "cursor=" + URLEncoder.encode(nextCursor, StandardCharsets.UTF_8);
    }
}
