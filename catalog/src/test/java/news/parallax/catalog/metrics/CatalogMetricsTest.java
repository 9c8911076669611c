package news.parallax.catalog.metrics;

import static news.parallax.catalog.CatalogService.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.metrics.CatalogMetrics.StoryChange;
import news.parallax.catalog.v1.ArticleRecord;
import org.junit.jupiter.api.Test;

/** What counts is what was committed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class CatalogMetricsTest {
    @Inject
    WriterTurn turn;

    @Test
    void articlesCountByWhatBecameOfThemAndStoriesOnce() {
        double created = articles("new");
        double unchanged = articles("unchanged");
        double founded = stories("founded");
        var records = Samples.urls("metrics.example", 2).stream()
                .map(url -> Samples.record(Samples.storyId("metrics"), url))
                .toArray(ArticleRecord[]::new);

        record(records);
        record(records);

        assertThat(articles("new") - created).isEqualTo(2);
        assertThat(articles("unchanged") - unchanged).isEqualTo(2);
        assertThat(stories("founded") - founded).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackDoesNotCount() {
        double split = stories("split");

        turn.rehearse(() -> {
            CatalogMetrics.changed(StoryChange.SPLIT);
            return true;
        });
        assertThat(stories("split")).isEqualTo(split);

        turn.take(() -> {
            CatalogMetrics.changed(StoryChange.SPLIT);
            return true;
        });
        assertThat(stories("split")).isEqualTo(split + 1);
    }

    private static double articles(String outcome) {
        return Metrics.globalRegistry
                .get("parallax.catalog.articles")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private static double stories(String change) {
        return Metrics.globalRegistry
                .get("parallax.catalog.story.changes")
                .tag("change", change)
                .counter()
                .count();
    }
}
