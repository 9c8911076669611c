package news.parallax.gateway.story;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BiasView;
import news.parallax.gateway.coverage.OverTime;
import news.parallax.gateway.history.CoverageHistoryView;
import news.parallax.gateway.history.HistoryClient;
import news.parallax.gateway.history.MomentView;
import news.parallax.gateway.page.ArticleMirror;
import news.parallax.gateway.page.TimeView;
import org.jspecify.annotations.Nullable;

/** Makes the part of a story's page that tells how it unfolded. */
@Singleton
class Timelines {
    private static final int REPORTS_SHOWN = 8;
    private static final int EVENTS_SHOWN = 20;
    private static final int MOMENTS_AT_ONCE = 200;
    private static final int MOMENTS_MAX = 1000;

    private final HistoryClient history;
    private final Visit visit;
    private final ArticleMirror mirror;

    Timelines(HistoryClient history, Visit visit, ArticleMirror mirror) {
        this.history = history;
        this.visit = visit;
        this.mirror = mirror;
    }

    /** Returns how the story unfolded. */
    TimelinePanel of(StoryView story, List<ArticleView> articles, CitedArticles cited, Instant now) {
        FirstReportView first = story.details() == null ? null : story.details().firstReport();
        return new TimelinePanel(
                first == null ? null : card(first, cited, now),
                articles.size() >= ArticleLists.FETCHED_MAX ? List.of() : early(articles, first, now),
                overTime(story.id(), now),
                visit.show(history.events(story.id(), EVENTS_SHOWN, "")).events().stream()
                        .map(event -> new TimelinePanel.EventCard(event, TimeView.of(event.time(), now), story.id()))
                        .toList());
    }

    private static FirstReportCard card(FirstReportView first, CitedArticles cited, Instant now) {
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

    private List<EarlyReport> early(List<ArticleView> articles, @Nullable FirstReportView first, Instant now) {
        Map<String, String> places = new HashMap<>();
        Map<String, ReportTimeView> times = new HashMap<>();
        if (first != null) {
            first.contenders().forEach(report -> places.put(report.articleId(), "maybe"));
            first.contenders().forEach(report -> times.put(report.articleId(), report));
            places.put(first.report().articleId(), "first");
            times.put(first.report().articleId(), first.report());
        }
        return articles.stream()
                .filter(article -> article.copyOf() == null && article.publishTime() != null)
                .sorted(Comparator.comparing(article -> time(article, times)))
                .limit(REPORTS_SHOWN)
                .map(article -> new EarlyReport(
                        article.source().id(),
                        article.source().name(),
                        article.source().side(),
                        TimeView.of(time(article, times), now),
                        mirror.hrefOf(article.url()),
                        places.getOrDefault(article.id(), "later"),
                        times.containsKey(article.id())
                                ? Objects.requireNonNull(times.get(article.id()))
                                        .precision()
                                : ""))
                .toList();
    }

    private static Instant time(ArticleView article, Map<String, ReportTimeView> times) {
        ReportTimeView known = times.get(article.id());
        return known == null ? Objects.requireNonNull(article.publishTime()) : known.time();
    }

    private @Nullable OverTime overTime(String storyId, Instant now) {
        List<OverTime.Moment> moments = new ArrayList<>();
        String cursor = "";
        do {
            CoverageHistoryView page = visit.show(history.coverage(storyId, null, null, MOMENTS_AT_ONCE, cursor));
            for (MomentView moment : page.moments()) {
                BiasView bias = moment.split().bias();
                if (bias == null) {
                    return null;
                }
                moments.add(new OverTime.Moment(
                        moment.asOfTime(), bias.left(), bias.center(), bias.right(), bias.unrated()));
            }
            cursor = Objects.requireNonNullElse(page.nextCursor(), "");
        } while (!cursor.isEmpty() && moments.size() < MOMENTS_MAX);
        return moments.size() < 2 ? null : OverTime.of(moments, now);
    }
}
