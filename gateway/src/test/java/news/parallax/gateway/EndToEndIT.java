package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import news.parallax.gateway.TraceCollector.Part;
import news.parallax.gateway.metrics.MetricNames;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;

/**
 * The packaged services on the sample edition, from feed to page, as `./dev demo` runs them. The tests follow one
 * another: the first crawls, the last stops.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class EndToEndIT {
    private static final String LIEGE = "liege-cargo-hub";

    /** Longer than the clusterer takes from one look at stories to the next. */
    private static final Duration LOOKS = Duration.ofMinutes(2);

    private final Launcher launcher = new Launcher(Path.of("target/end-to-end/data"));
    private final TraceCollector traces = new TraceCollector();
    private final Api api = new Api(Launcher.PORT_BASE);
    private final Api sample = new Api(Launcher.PORT_BASE + 4);

    /** Event label → canonical URLs, as the edition was written. Lone articles are events of one. */
    private Map<String, Set<String>> events = Map.of();

    private int articlesWritten;
    private Map<String, Set<String>> storiesBeforeRestart = Map.of();

    @BeforeAll
    void crawlWithAccidents() throws Exception {
        String collector = traces.endpoint();
        var firstRun = launcher.launch(
                Map.of("PARALLAX_CRAWLER_HOST_INTERVAL", "500ms", "PARALLAX_TRACES_ENDPOINT", collector),
                "demo",
                "--detach");
        while (api.articleCount() < 30 && !firstRun.waitFor(Duration.ofMillis(50))) {
            // the middle of the crawl is not reached yet
        }
        launcher.kill("clusterer");
        launcher.kill("catalog");
        var interrupted = launcher.await(firstRun);
        assertThat(interrupted.exitCode()).as(interrupted.output()).isNotZero();
        assertThat(interrupted.output()).contains("stopped");

        var secondRun =
                launcher.await(launcher.launch(Map.of("PARALLAX_TRACES_ENDPOINT", collector), "demo", "--detach"));
        assertThat(secondRun.exitCode()).as(secondRun.output()).isZero();
        readEdition();
    }

    private void readEdition() {
        JsonNode edition = sample.get("/edition.json");
        articlesWritten = edition.get("articles").asInt();
        var written = new TreeMap<String, Set<String>>();
        edition.get("events").properties().forEach(event -> {
            var urls = new HashSet<String>();
            event.getValue().forEach(url -> urls.add(url.asText()));
            written.put(event.getKey(), urls);
        });
        events = written;
    }

    @AfterAll
    void leaveNothingRunning() {
        launcher.run("stop");
        traces.close();
    }

    @Test
    @Order(1)
    void aCrawlWhoseClustererAndCatalogWereKilledEndsWithEveryArticleOnce() {
        var urls = urlsByStory().values().stream().flatMap(Set::stream).toList();

        assertThat(urls).doesNotHaveDuplicates().hasSize(articlesWritten);
        assertThat(urls)
                .containsExactlyInAnyOrderElementsOf(
                        events.values().stream().flatMap(Set::stream).toList());
        assertThat(api.get("/v1/totals").get("articleCount").asInt()).isEqualTo(articlesWritten);
    }

    @Test
    @Order(2)
    void everyEventIsOneStoryAndNoStoryMixesTwo() throws InterruptedException {
        // The accidents mix the order of arrival, and in some a report founds a story that is only merged when stories
        // are looked at.
        Instant end = Instant.now().plus(LOOKS);
        while (Instant.now().isBefore(end)
                && !Set.copyOf(urlsByStory().values()).equals(Set.copyOf(events.values()))) {
            Thread.sleep(1_000);
        }

        assertThat(urlsByStory().values()).containsExactlyInAnyOrderElementsOf(events.values());
    }

    @Test
    @Order(3)
    void theLiegeStorySplitsAsItWasWritten() {
        JsonNode story = api.get("/v1/stories/" + storyOf(LIEGE));

        assertThat(story.get("articleCount").asInt()).isEqualTo(25);
        assertThat(story.get("sourceCount").asInt()).isEqualTo(25);
        assertThat(story.get("ratedSourceCount").asInt()).isEqualTo(17);
        assertThat(story.at("/bias/left").asInt()).isEqualTo(5);
        assertThat(story.at("/bias/center").asInt()).isEqualTo(8);
        assertThat(story.at("/bias/right").asInt()).isEqualTo(4);
        assertThat(story.at("/bias/unrated").asInt()).isEqualTo(8);
        assertThat(story.at("/bias/percent").toString()).isEqualTo("{\"left\":29,\"center\":47,\"right\":24}");
        assertThat(story.at("/bias/headline").asText()).isEqualTo("47% of the sources are Center");
        assertThat(story.get("summary")).hasSize(3);
        story.get("summary")
                .forEach(point -> assertThat(point.get("sourceName").asText()).isNotBlank());
        assertThat(api.all("/v1/stories/" + story.get("id").asText() + "/articles", "articles"))
                .extracting(article -> article.get("language").asText())
                .contains("en", "it", "nl", "de", "fr", "es");
    }

    @Test
    @Order(4)
    void factualityAndOwnershipComeWithThePlanThatIncludesThem() throws IOException {
        String path = "/v1/stories/" + storyOf(LIEGE);

        assertThat(api.get(path).has("factuality")).isFalse();
        assertThat(api.get(path).at("/locked").toString())
                .isEqualTo("{\"factuality\":\"premium\",\"ownership\":\"vantage\"}");
        assertThat(api.get(path, "X-Api-Key", key("premium")).has("factuality")).isTrue();
        assertThat(api.get(path, "X-Api-Key", key("premium")).has("ownership")).isFalse();
        assertThat(api.get(path, "X-Api-Key", key("vantage")).has("ownership")).isTrue();
        assertThat(api.get(path, "X-Api-Key", key("vantage")).has("locked")).isFalse();
    }

    @Test
    @Order(5)
    void aReaderOpensTheStoryFromTheFrontPageAndUnlocksItsPanels() throws IOException {
        try (var browser = new Browser(Path.of("target/end-to-end/screenshots"))) {
            browser.open("http://localhost:" + Launcher.PORT_BASE + "/");
            browser.picture("front");
            browser.follow(By.cssSelector("a[href*='" + storyOf(LIEGE) + "']"));

            assertThat(browser.textOf(By.tagName("h1"))).isNotBlank();
            assertThat(browser.textOf(By.tagName("body")))
                    .contains("25 Articles", "47% of the sources are Center")
                    .contains("To view factuality data please upgrade to Premium")
                    .contains("To view ownership data please upgrade to Vantage");
            assertThat(browser.count(By.cssSelector("ul.points > li"))).isEqualTo(3);
            assertThat(browser.count(By.cssSelector("article.article, .copies li")))
                    .isEqualTo(25);
            browser.pictures("story");

            browser.follow(By.cssSelector("a[href*='side=left']"));
            assertThat(browser.count(By.cssSelector("article.article, .copies li")))
                    .isEqualTo(5);

            browser.open("http://localhost:" + Launcher.PORT_BASE + "/log-in");
            browser.type(By.cssSelector("input[name=key]"), key("vantage"));
            browser.open("http://localhost:" + Launcher.PORT_BASE + "/stories/" + storyOf(LIEGE));
            assertThat(browser.textOf(By.tagName("body")))
                    .doesNotContain("please upgrade")
                    .contains("Very high", "Independent");
            browser.pictures("story-vantage");
        }
    }

    @Test
    @Order(6)
    void aReplayStoresEachRowOnceHoweverOftenItRuns() throws IOException {
        Path rows = Path.of("src/test/resources/replay/two-days.jsonl");
        int before = api.articleCount();

        var first = launcher.run("replay", rows.toAbsolutePath().toString());
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(api.articleCount())
                .isEqualTo(before
                        + (int) Files.readAllLines(rows).stream()
                                .filter(line -> !line.isBlank())
                                .count());
        var stories = urlsByStory();

        var second = launcher.run("replay", rows.toAbsolutePath().toString());
        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(urlsByStory()).isEqualTo(stories);
    }

    @Test
    @Order(7)
    void stoppingLeavesNoProcessAndStartingAgainShowsTheSameStories() {
        storiesBeforeRestart = urlsByStory();

        assertThat(launcher.run("stop").exitCode()).isZero();
        assertThat(launcher.processes()).isEmpty();

        var again = launcher.run("demo", "--detach");
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(urlsByStory()).isEqualTo(storiesBeforeRestart);
    }

    @Test
    @Order(8)
    void aGrpcClientThatIsNotOursLearnsFromTheServicesWhatTheyAre() throws IOException {
        var services = Map.of(
                1, "parallax.catalog.v1.StoryService",
                2, "parallax.clusterer.v1.ClustererService",
                3, "parallax.crawler.v1.CrawlerService");
        for (var service : services.entrySet()) {
            var told = ask(service.getKey());
            assertThat(told.get("health").asText()).isEqualTo("SERVING");
            assertThat(told.get("services").toString()).contains(service.getValue());
        }
        var totals = ask(1, "parallax.catalog.v1.StoryService/GetTotals");
        assertThat(totals.findValue("article_count").asInt()).isEqualTo(api.articleCount());
    }

    private static JsonNode ask(int service, String... methods) throws IOException {
        var arguments = new ArrayList<>(List.of("localhost:" + (Launcher.PORT_BASE + service)));
        arguments.addAll(List.of(methods));
        return new ObjectMapper().readTree(Strangers.node("grpc.mjs", arguments));
    }

    @Test
    @Order(9)
    void theFeedsOfTheOutletsCanBeTakenAway() throws IOException {
        var opml = Jsoup.connect("http://localhost:" + Launcher.PORT_BASE + "/sources.opml")
                .ignoreContentType(true)
                .parser(Parser.xmlParser())
                .get();

        assertThat(opml.select("outline[xmlUrl]"))
                .hasSize(api.get("/v1/totals").get("feedCount").asInt())
                .allSatisfy(outline -> assertThat(outline.attr("text")).isNotBlank());
    }

    @Test
    @Order(10)
    void theMetricsOfEachServiceAreThoseThatAreDocumented() throws IOException {
        var offsets = Map.of("gateway", 5, "catalog", 1, "clusterer", 2, "crawler", 3);
        for (var service : offsets.entrySet()) {
            var documented = MetricNames.documented(service.getKey()).keySet();
            var exported = MetricNames.exported(metrics(Launcher.PORT_BASE + service.getValue()));

            assertThat(exported).as(service.getKey()).containsAll(documented);
            assertThat(exported)
                    .as(service.getKey())
                    .filteredOn(name -> name.startsWith("parallax_"))
                    .isSubsetOf(documented);
        }
        assertThat(Jsoup.connect("http://localhost:" + Launcher.PORT_BASE + "/q/metrics")
                        .ignoreHttpErrors(true)
                        .execute()
                        .statusCode())
                .as("metrics for the public")
                .isEqualTo(404);
    }

    @Test
    @Order(10)
    void theStatusTellsWhatTheServicesDo() {
        var status = launcher.run("status");

        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output())
                .contains("gateway    ready", "crawler    up ")
                .contains("window of " + api.articleCount() + " articles")
                .contains("articles   pages: ", "waiting    0 articles", "feeds      ", " silent", "from the cache");
    }

    @Test
    @Order(11)
    void anArticlesWayIsOneTraceThroughAllServicesThatItPasses() throws InterruptedException {
        var way = List.of("crawl article", "deliver article", "group article", "record article");
        var services = List.of("parallax-crawler", "parallax-crawler", "parallax-clusterer", "parallax-catalog");
        Part end =
                await("record article", "parallax-catalog", part -> pathTo(part).size() == 4);

        assertThat(pathTo(end)).extracting(Part::name).containsExactlyElementsOf(way);
        assertThat(pathTo(end)).extracting(Part::service).containsExactlyElementsOf(services);
        assertThat(pathTo(end)).extracting(Part::trace).containsOnly(end.trace());
    }

    @Test
    @Order(12)
    void aBatchIsLinkedWithTheWaysOfItsArticlesAndHasTheCallToTheCatalogBelowIt() throws InterruptedException {
        Part batch = await(
                "file batch",
                "parallax-clusterer",
                part -> traces.parts().stream()
                        .anyMatch(call -> call.trace().equals(part.trace())
                                && call.service().equals("parallax-catalog")));

        assertThat(traces.parts())
                .filteredOn(part -> part.name().equals("group article"))
                .extracting(Part::span)
                .containsAnyElementsOf(batch.links());
        assertThat(traces.parts())
                .filteredOn(part ->
                        part.trace().equals(batch.trace()) && part.service().equals("parallax-catalog"))
                .extracting(Part::name)
                .anyMatch(name -> name.contains("RecordArticles"));
    }

    @Test
    @Order(13)
    void aCallOfTheGatewayIsOneTraceWithWhatTheCatalogDoes() throws InterruptedException {
        Part call = await(
                "parallax.catalog.v1.",
                "parallax-gateway",
                part -> traces.parts().stream()
                        .anyMatch(answer -> answer.parent().equals(part.span())
                                && answer.service().equals("parallax-catalog")));

        assertThat(traces.parts())
                .filteredOn(part -> part.parent().equals(call.span()))
                .extracting(Part::trace)
                .containsOnly(call.trace());
    }

    /** Spans reach the collector some seconds after their end. */
    private Part await(String name, String service, Predicate<Part> wanted) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            var found = traces.parts().stream()
                    .filter(part -> part.name().contains(name) && part.service().equals(service))
                    .filter(wanted)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(tries).as("no such part: " + name + " of " + service).isLessThan(300);
            Thread.sleep(100);
        }
    }

    /** The parts of a trace from its first to this one; empty while one of them is not there. */
    private List<Part> pathTo(Part last) {
        var path = new LinkedList<Part>(List.of(last));
        while (!path.getFirst().parent().isEmpty()) {
            String parent = path.getFirst().parent();
            var found = traces.parts().stream()
                    .filter(part -> part.span().equals(parent))
                    .findFirst();
            if (found.isEmpty()) {
                return List.of();
            }
            path.addFirst(found.get());
        }
        return path;
    }

    private static String metrics(int port) throws IOException {
        return Jsoup.connect("http://localhost:" + port + "/q/metrics")
                .ignoreContentType(true)
                .maxBodySize(0)
                .execute()
                .body();
    }

    /** Story id → canonical URLs of its articles, through the public API, page by page. */
    private Map<String, Set<String>> urlsByStory() {
        var found = new HashMap<String, Set<String>>();
        for (JsonNode story : api.all("/v1/stories?sort=latest", "stories")) {
            String id = story.get("id").asText();
            var urls = api.all("/v1/stories/" + id + "/articles", "articles").stream()
                    .map(article -> article.get("url").asText())
                    .toList();
            assertThat(found.put(id, new HashSet<>(urls)))
                    .as("story %s listed twice", id)
                    .isNull();
            assertThat(story.get("articleCount").asInt())
                    .as("articles of %s", id)
                    .isEqualTo(urls.size());
        }
        return found;
    }

    private String storyOf(String event) {
        var urls = events.get(event);
        return urlsByStory().entrySet().stream()
                .filter(story -> story.getValue().equals(urls))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no story is exactly " + event));
    }

    private String key(String plan) throws IOException {
        return Files.readAllLines(Path.of("target/end-to-end/data/demo-keys")).stream()
                .filter(line -> line.startsWith(plan + " "))
                .map(line -> line.substring(plan.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
