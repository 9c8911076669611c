package news.parallax.gateway.feeds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Indexed;
import news.parallax.gateway.Strangers;
import news.parallax.gateway.coverage.SplitView;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.story.PointView;
import news.parallax.gateway.story.StoryView;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(CatalogProcess.class)
class FeedPagesTest {
    private static final List<String> FEEDS = List.of(
            "/feeds/top",
            "/feeds/latest",
            "/feeds/gaps",
            "/feeds/sources/harbor.example",
            "/feeds/stories/" + Edition.HUB);

    @Inject
    PublicUrl publicUrl;

    @Inject
    FeedItems items;

    private static Response ok(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(path + response.asString()).isEqualTo(200);
        return response;
    }

    private static JsonPath json(String path) {
        return new JsonPath(ok(path).asString());
    }

    @ParameterizedTest
    @CsvSource({"atom, application/atom+xml", "rss, application/rss+xml", "json, application/feed+json"})
    void everyFeedIsThereInEveryFormat(String format, String type) {
        for (String feed : FEEDS) {
            assertThat(ok(feed + "." + format).header("Content-Type")).isEqualToIgnoringCase(type + ";charset=UTF-8");
        }
    }

    @Test
    void anItemTellsAStoryWithItsPointsSourcesAndSplit() {
        JsonPath feed = json("/feeds/top.json");
        String hub = "items.find { it.id.endsWith(':story:" + Edition.HUB + "') }.";

        assertThat(feed.getString("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.getString("feed_url")).isEqualTo(publicUrl.of("/feeds/top.json"));
        assertThat(feed.getString("items[0].id")).isEqualTo("tag:localhost,2026:story:" + Edition.HUB);
        assertThat(feed.getString(hub + "title")).isEqualTo(Edition.HUB_TITLE);
        assertThat(feed.getString(hub + "url")).isEqualTo(publicUrl.of("/stories/" + Edition.HUB));
        assertThat(feed.getList(hub + "authors.name", String.class))
                .containsExactly("Continental Wire", "Il Meridiano", "Northern Ledger");
        assertThat(feed.getString(hub + "summary")).startsWith("The state security service");
        Document html = Jsoup.parse(feed.getString(hub + "content_html"));
        assertThat(html.select("li")).hasSize(3);
        assertThat(html.select("li [lang=it]").text()).isEqualTo("Il terminal cargo di Liegi è sotto osservazione.");
        assertThat(html.text())
                .contains("47% of the sources are Center (Left 29%, Center 47%, Right 24% of 17 rated).");
        assertThat(html.text()).contains("25 articles from 25 sources");
    }

    @Test
    void theFeedOfAStoryHasItsReportsWithoutCopies() {
        JsonPath feed = json("/feeds/stories/" + Edition.HUB + ".json");

        assertThat(feed.getString("title")).isEqualTo(Edition.HUB_TITLE + " · Parallax");
        assertThat(feed.getList("items")).hasSize(19);
        String wire = "items.find { it.id.endsWith('" + Edition.articleId("https://wire.example/hub") + "') }.";
        assertThat(feed.getString(wire + "url")).isEqualTo("http://localhost:8084/wire.example/hub");
        assertThat(feed.getList(wire + "authors.name", String.class)).containsExactly("A. Writer", "Continental Wire");
        assertThat(feed.getString(wire + "content_html")).contains("6 copies in other outlets");
    }

    @Test
    void pagesFollowOneAnotherUntilEveryStoryWasThereOnce() {
        List<String> ids = new ArrayList<>();
        String next = publicUrl.of("/feeds/latest.json?limit=7");
        while (next != null) {
            JsonPath page = json(next);
            assertThat(page.getString("feed_url")).isEqualTo(next);
            ids.addAll(page.getList("items.id", String.class));
            next = page.getString("next_url");
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(Edition.FILLERS + 4);
        String atom = ok("/feeds/latest.atom?limit=7").asString();
        assertThat(Jsoup.parse(atom, org.jsoup.parser.Parser.xmlParser())
                        .select("feed > link[rel=next]")
                        .attr("href"))
                .startsWith(publicUrl.of("/feeds/latest.atom?limit=7&cursor="));
    }

    @Test
    void aMergedStorysFeedIsTheRemainingOnesForGood() {
        Response moved = given().redirects().follow(false).get("/feeds/stories/" + Edition.MERGED + ".atom");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.header("Location")).endsWith("/feeds/stories/" + Edition.PATCH + ".atom");
        assertThat(json("/feeds/latest.json?limit=100").getList("items.id", String.class))
                .contains("tag:localhost,2026:story:" + Edition.PATCH)
                .doesNotContain("tag:localhost,2026:story:" + Edition.MERGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss", "json"})
    void aFeedShowsNoMoreToWhoHasAKey(String format) {
        for (String feed : FEEDS) {
            String visitors = ok(feed + "." + format).asString();
            Response keyed = given().header("X-Api-Key", "key-of-vantage").get(feed + "." + format);

            assertThat(keyed.asString()).as(feed).isEqualTo(visitors);
            assertThat(visitors).doesNotContainIgnoringCase("very high").doesNotContain("Harbor Logistics");
        }
    }

    @Test
    void theHostOfARequestChangesNothing() {
        String honest = ok("/feeds/top.atom").asString();
        String forged = given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example")
                .get("/feeds/top.atom")
                .asString();

        assertThat(forged).isEqualTo(honest);
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/top.atom?limit=0, 400",
        "/feeds/top.atom?limit=101, 400",
        "/feeds/top.atom?cursor=x, 400",
        "/feeds/top.xml, 404",
        "/feeds/best.atom, 404",
        "/feeds/sources/nowhere.example.rss, 404",
        "/feeds/stories/00000000000000000000.json, 404"
    })
    void whatIsNotThereIsSaidSo(String path, int status) {
        assertThat(given().get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void aSearchIsAFeedThatKeepsItsQuestion() {
        Indexed.await();
        JsonPath feed = json("/feeds/search.json?q=museum%20uhren&language=de&limit=2");

        assertThat(feed.getString("title")).isEqualTo("Search: museum uhren · Parallax");
        assertThat(feed.getString("feed_url")).contains("q=museum%20uhren", "language=de", "limit=2");
        assertThat(feed.getString("home_page_url")).isEqualTo(publicUrl.of("/search?q=museum%20uhren&language=de"));
        assertThat(feed.getList("items")).hasSize(2);
        assertThat(json(feed.getString("next_url")).getList("items.id", String.class))
                .doesNotContainAnyElementsOf(feed.getList("items.id", String.class));
    }

    @Test
    void subjectsAndEditionsAreFeeds() {
        Indexed.await();
        String topic = given().get("/v1/topics").jsonPath().getString("subjects.find { it.name == 'software' }.id");

        assertThat(json("/feeds/topics/" + topic + ".json").getList("items.id", String.class))
                .containsExactly("tag:localhost,2026:story:" + Edition.HUB);
        assertThat(json("/feeds/places/BE.json").getString("title")).isEqualTo("Belgium · Parallax");
        assertThat(json("/feeds/editions/countries/be.json").getString("title"))
                .isEqualTo("Edition: Belgium · Parallax");
        assertThat(json("/feeds/editions/languages/de.json").getList("items")).hasSizeGreaterThan(5);
        for (String feed : List.of("topics/" + topic, "places/BE", "editions/countries/BE", "editions/languages/de")) {
            ok(json("/feeds/" + feed + ".json").getString("home_page_url"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"factuality=high", "owner-category=other"})
    void aFeedAnswersNoQuestionThatWouldTellWhatIsLocked(String filter) {
        Response refused = given().header("X-Api-Key", "key-of-vantage").get("/feeds/search.atom?q=hub&" + filter);

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void hostileTextStaysTextInTheMarkupOfAnItem() {
        String hostile = "<script>alert(1)</script>\" onclick=x ]]> \0\u202e";
        var split = new SplitView(1, 0, null, null, null, null);
        var point = new PointView(hostile, "a", hostile, hostile, hostile, hostile);
        var story =
                new StoryView("1", hostile, "a", hostile, List.of(point), 1, split, split, null, null, null, Map.of());

        FeedItemView item = items.of(story);
        Document html = Jsoup.parse(item.html());

        assertThat(html.select("script, [onclick]")).isEmpty();
        assertThat(html.select("li > span").text()).isEqualTo("<script>alert(1)</script>\" onclick=x ]]>");
        assertThat(item.html()).doesNotContain("\0", "\u202e");
        assertThat(item.language()).isEmpty();
    }

    @Test
    void parsersOfOthersReadEveryFeedAndFindTheSameItems() throws Exception {
        List<String> urls = new ArrayList<>();
        FEEDS.forEach(feed -> List.of("atom", "rss").forEach(format -> urls.add(publicUrl.of(feed + "." + format))));

        List<String> lines = Strangers.node("feeds.mjs", urls).lines().toList();

        assertThat(lines).hasSize(2 * urls.size());
        for (String line : lines) {
            JsonNode read = new ObjectMapper().readTree(line);
            String url = read.get("url").asText();
            JsonPath ours = json(url.substring(0, url.lastIndexOf('.')) + ".json");
            assertThat(read.get("title").asText()).as(line).isEqualTo(ours.getString("title"));
            for (var field : Map.of("id", "id", "link", "url", "title", "title").entrySet()) {
                assertThat(read.get("items").findValuesAsText(field.getKey()))
                        .as(url)
                        .isEqualTo(ours.getList("items." + field.getValue(), String.class));
            }
            assertThat(read.get("items").findValuesAsText("date")).doesNotContain("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"atom", "rss"})
    void newsboatReadsEveryFeedWithoutComplaint(String format, @TempDir Path folder) throws Exception {
        Strangers.need("newsboat");
        for (String feed : FEEDS) {
            Path own = Files.createTempDirectory(folder, "feed"); // newsboat counts an id of several feeds once
            Files.writeString(own.resolve("urls"), publicUrl.of(feed + "." + format));
            Files.writeString(own.resolve("config"), "auto-reload no\n");

            newsboat(own, "reload");
            String count = newsboat(own, "print-unread");

            assertThat(Files.readString(own.resolve("log")))
                    .doesNotContainIgnoringCase("error")
                    .doesNotContainIgnoringCase("warn");
            int there = json(feed + ".json").getList("items").size();
            assertThat(count).as(feed).startsWith(there + " unread");
        }
    }

    private static String newsboat(Path folder, String action) {
        return Strangers.run(
                folder,
                List.of(
                        "newsboat",
                        "-u",
                        "urls",
                        "-c",
                        "cache.db",
                        "-C",
                        "config",
                        "-l",
                        "4",
                        "-d",
                        "log",
                        "-x",
                        action));
    }
}
