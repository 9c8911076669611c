package news.parallax.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.SourceSummaryView;
import news.parallax.gateway.story.Reports.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final ArticleChoice ALL = new ArticleChoice(ArticleOrder.NEWEST, null, "", "", "", false);

    private static ArticleView article(
            String id, int minute, BiasLabel bias, String language, @Nullable String copyOf) {
        return new ArticleView(
                id,
                "https://" + id + ".example/",
                id,
                null,
                new SourceSummaryView(id, id, "BE", bias, bias.side()),
                language,
                null,
                Instant.EPOCH.plusSeconds(60L * minute),
                null,
                List.of(),
                "news",
                false,
                null,
                copyOf,
                0,
                List.of(),
                new MembershipView(1, Map.of(), List.of()));
    }

    private static final List<ArticleView> ARTICLES = List.of(
            article("original", 1, BiasLabel.RIGHT, "en", null),
            article("copy", 5, BiasLabel.UNRATED, "en", "original"),
            article("copyOfCopy", 6, BiasLabel.LEFT, "en-GB", "copy"),
            article("own", 3, BiasLabel.FAR_LEFT, "nl", null),
            article("loop", 2, BiasLabel.CENTER, "fr", "pool"),
            article("pool", 2, BiasLabel.CENTER, "fr", "loop"));

    private static List<String> ids(List<Report> reports) {
        return reports.stream().map(report -> report.article().id()).toList();
    }

    @Test
    void copiesStandUnderTheReportAtTheEndOfTheChain() {
        List<Report> reports = Reports.of(ARTICLES, ALL);

        assertThat(ids(reports)).containsExactly("own", "loop", "pool", "original");
        assertThat(reports.getLast().copies()).extracting(ArticleView::id).containsExactly("copyOfCopy", "copy");
    }

    @Test
    void aCopyWhoseReportIsNotChosenStandsForItself() {
        List<Report> left = Reports.of(ARTICLES, ALL.on(BiasLabel.LEFT.side()));

        assertThat(ids(left)).containsExactly("copyOfCopy", "own");
        assertThat(left).allMatch(report -> report.copies().isEmpty());
    }

    @Test
    void reportsComeByTimeOrBySide() {
        assertThat(ids(Reports.of(ARTICLES, new ArticleChoice(ArticleOrder.OLDEST, null, "", "", "", false))))
                .containsExactly("original", "loop", "pool", "own");
        assertThat(ids(Reports.of(ARTICLES, new ArticleChoice(ArticleOrder.SIDE, null, "", "", "", false))))
                .containsExactly("own", "loop", "pool", "original");
    }

    @Test
    void aLanguageIncludesItsRegions() {
        assertThat(Reports.of(ARTICLES, new ArticleChoice(ArticleOrder.NEWEST, null, "en", "", "", false)))
                .singleElement()
                .extracting(Report::articleCount)
                .isEqualTo(3);
    }

    @Test
    void theAddressOfAChoiceSaysOnlyWhatIsChosen() {
        assertThat(ALL.href("/stories/x", "")).isEqualTo("/stories/x");
        assertThat(new ArticleChoice(ArticleOrder.SIDE, BiasLabel.LEFT.side(), "nl", "", "", true).href("/s", "a&b"))
                .isEqualTo("/s?side=left&sort=side&language=nl&access=free&cursor=a%26b");
    }
}
