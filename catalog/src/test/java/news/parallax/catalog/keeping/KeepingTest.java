package news.parallax.catalog.keeping;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.job.JobLog;
import news.parallax.catalog.story.ArticleRemoval;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class KeepingTest {
    private static final Instant SUMMER = Instant.parse("2003-07-15T12:00:00Z");

    @Inject
    Months months;

    @Inject
    WriterTurn turn;

    @Inject
    MonthRepository repository;

    @Inject
    ArticleRemoval removal;

    @Inject
    JobLog jobs;

    @Test
    void aPlaceForThisMonthAndTheNextOnesIsThereFromTheStart() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);

        assertThat(tables())
                .contains(Stream.of(0, 1, 2, 3)
                        .map(now::plusMonths)
                        .flatMap(month -> Stream.of("article_text_", "story_coverage_")
                                .map(table -> table + month.toString().replace('-', '_')))
                        .toArray(String[]::new));
    }

    @Test
    void manyCatalogsThatAddTheSameMonthsAddEachOnce() throws Exception {
        Callable<Integer> adding = () -> turn.take(() -> repository.add(LocalDate.of(2004, 1, 1), 11));
        int added = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> future : executor.invokeAll(List.of(adding, adding, adding, adding))) {
                added += future.get();
            }
        }

        assertThat(added).isEqualTo(24);
        assertThat(tables()).contains("article_text_2004_01", "article_text_2004_12", "story_coverage_2004_12");
    }

    @Test
    void textsGoFirstThenArticlesAndWhatStoriesCountStays() {
        String early = came("keep-early.example", LocalDate.of(2003, 2, 1));
        String middle = came("keep-middle.example", LocalDate.of(2003, 4, 1));
        String late = came("keep-late.example", LocalDate.of(2003, 6, 1));

        // 45 days before is the last of May, 100 days before the 6th of April: what came in April is in part younger
        keeping(Map.of("parallax.catalog.retention.text", "45d", "parallax.catalog.retention.articles", "100d"))
                .keep();

        assertThat(articles(early)).isEmpty();
        assertThat(articles(middle)).hasSize(1);
        assertThat(articles(late)).hasSize(1);
        assertThat(texts("keep-early.example")).isEmpty();
        assertThat(texts("keep-middle.example")).isEmpty();
        assertThat(texts("keep-late.example")).hasSize(1);
        assertThat(tables())
                .doesNotContain("article_text_2003_02", "article_text_2003_04")
                .contains("article_text_2003_06");
        assertThat(Stream.of(early, middle, late).map(id -> story(id).getArticleCount()))
                .containsOnly(1);
    }

    @Test
    void allIsKeptUnlessASettingSaysOtherwise() {
        String story = came("keep-ever.example", LocalDate.of(2002, 11, 1));

        keeping(Map.of()).keep();

        assertThat(articles(story)).hasSize(1);
        assertThat(texts("keep-ever.example")).hasSize(1);
    }

    @Test
    void aVersionThatComesAfterItsTextWasRemovedIsKeptWithItsText() {
        String url = "https://keep-anew.example/1";
        String story = came("keep-anew.example", LocalDate.of(2003, 3, 1));
        keeping(Map.of("parallax.catalog.retention.text", "45d")).keep();
        record(record(story, url));
        assertThat(texts("keep-anew.example")).as("the same version").isEmpty();

        record(record(
                story,
                article(url).toBuilder()
                        .setText("Corrected https://keep-anew.example/1")
                        .setContentHash("another")
                        .setDiscoverTime(article(url).getDiscoverTime().toBuilder()
                                .setSeconds(
                                        Instant.parse("2026-03-02T00:00:00Z").getEpochSecond()))
                        .build()));

        assertThat(texts("keep-anew.example")).containsExactly("Corrected https://keep-anew.example/1");
    }

    private String came(String host, LocalDate month) {
        String id = storyId(host);
        record(record(id, "https://%s/1".formatted(host)));
        months.letStoryCome(id, month);
        return id;
    }

    private List<String> texts(String host) {
        return months.ask("select text from article_text where text like '%" + host + "%'");
    }

    private List<String> tables() {
        return months.ask("select relname from pg_class where relkind = 'r'");
    }

    private Keeping keeping(Map<String, String> settings) {
        CatalogConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(CatalogConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(CatalogConfig.class);
        return new Keeping(turn, repository, removal, jobs, config, InstantSource.fixed(SUMMER));
    }
}
