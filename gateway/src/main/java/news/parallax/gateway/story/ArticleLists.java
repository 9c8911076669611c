package news.parallax.gateway.story;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.page.ArticleMirror;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.SideLabel;
import news.parallax.gateway.story.Reports.Report;

/** Makes the list of articles of a story's page. */
@Singleton
class ArticleLists {
    private static final int FETCHED_AT_ONCE = 100;
    static final int FETCHED_MAX = 1000;
    private static final int ARTICLES_PER_PAGE = 50;
    private static final int COPIES_SHOWN = 15;

    private final StoryClient stories;
    private final Visit visit;
    private final ArticleMirror mirror;
    private final WhyCards whyCards;

    ArticleLists(StoryClient stories, Visit visit, ArticleMirror mirror, WhyCards whyCards) {
        this.stories = stories;
        this.visit = visit;
        this.mirror = mirror;
        this.whyCards = whyCards;
    }

    /** Returns the articles of a story, the latest first: all, or the first thousand. */
    List<ArticleView> articles(String storyId) {
        List<ArticleView> articles = new ArrayList<>();
        String cursor = "";
        do {
            ArticleListView list = visit.show(stories.articles(storyId, null, FETCHED_AT_ONCE, cursor));
            articles.addAll(list.articles());
            cursor = Objects.requireNonNullElse(list.nextCursor(), "");
        } while (!cursor.isEmpty() && articles.size() < FETCHED_MAX);
        return articles;
    }

    /** Returns the part of the list that the cursor, id of the last report before it, leads to. */
    ArticlePanel panel(
            CoverageView coverage, List<ArticleView> articles, ArticleChoice choice, String cursor, Instant now) {
        String path = "/stories/" + coverage.storyId();
        List<Report> reports = Reports.of(articles, choice);
        List<Report> onPage = page(reports, start(reports, cursor));
        boolean last = onPage.isEmpty() || onPage.getLast().equals(reports.getLast());
        int counted = coverage.sources().stream()
                .mapToInt(source -> source.articleIds().size())
                .sum();
        return new ArticlePanel(
                cards(coverage.storyId(), onPage, articles, now),
                reports.stream().mapToInt(Report::articleCount).sum(),
                FilterForm.of(articles, choice, coverage.split().bias() != null),
                tabs(coverage, choice, path, counted),
                last ? "" : choice.href(path, onPage.getLast().article().id()),
                counted > articles.size() && articles.size() >= FETCHED_MAX ? articles.size() : 0);
    }

    private static int start(List<Report> reports, String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).article().id().equals(cursor)) {
                return i + 1;
            }
        }
        throw new RequestRefused(
                ProblemCode.CURSOR_INVALID,
                "The parameter \"cursor\" does not belong to this list with this order and filter.",
                Map.of("parameter", "cursor"));
    }

    /** As many reports as make fifty articles, copies that are shown included. */
    private static List<Report> page(List<Report> reports, int start) {
        List<Report> onPage = new ArrayList<>();
        int count = 0;
        for (Report report : reports.subList(start, reports.size())) {
            if (count >= ARTICLES_PER_PAGE) {
                break;
            }
            onPage.add(report);
            count += 1 + Math.min(COPIES_SHOWN, report.copies().size());
        }
        return onPage;
    }

    private List<ArticleCard> cards(String storyId, List<Report> onPage, List<ArticleView> articles, Instant now) {
        Map<String, WhyCard> reasons =
                whyCards.of(storyId, onPage.stream().map(Report::article).toList());
        Map<String, String> outlets = new HashMap<>();
        articles.forEach(article -> outlets.put(article.id(), article.source().name()));
        return onPage.stream()
                .map(report -> card(
                        report,
                        outlets,
                        Objects.requireNonNull(reasons.get(report.article().id())),
                        now))
                .toList();
    }

    /** Who is logged in goes to an article by a route that remembers it for their balance. */
    private String href(ArticleView article, String storyId) {
        String href = mirror.hrefOf(article.url());
        return href.isEmpty() || visit.sessionId().isEmpty()
                ? href
                : "/stories/" + storyId + "/articles/" + article.id() + "/open";
    }

    private ArticleCard card(Report report, Map<String, String> outlets, WhyCard why, Instant now) {
        ArticleView article = report.article();
        return new ArticleCard(
                article,
                href(article, why.storyId()),
                TimeView.of(article.publishTime(), now),
                TimeView.of(article.modifyTime(), now),
                outlets.getOrDefault(Objects.requireNonNullElse(article.copyOf(), ""), ""),
                report.copies().stream()
                        .limit(COPIES_SHOWN)
                        .map(copy ->
                                new CopyCard(copy, href(copy, why.storyId()), TimeView.of(copy.publishTime(), now)))
                        .toList(),
                Math.max(0, report.copies().size() - COPIES_SHOWN),
                why);
    }

    private static List<Tab> tabs(CoverageView coverage, ArticleChoice choice, String path, int counted) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(null, counted, choice.on(null).href(path, ""), choice.side() == null));
        if (coverage.split().bias() != null) {
            for (SideLabel side : SideLabel.values()) {
                int count = coverage.sources().stream()
                        .filter(source -> source.side() == side)
                        .mapToInt(source -> source.articleIds().size())
                        .sum();
                tabs.add(new Tab(side, count, choice.on(side).href(path, ""), choice.side() == side));
            }
        }
        return tabs;
    }
}
