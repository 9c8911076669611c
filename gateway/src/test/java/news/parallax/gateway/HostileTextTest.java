package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.catalog.v1.Plan;
import news.parallax.catalog.v1.Role;
import news.parallax.gateway.Edition.Telling;
import news.parallax.gateway.Guests.Guest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What others wrote to break out of a page (the suite of a sanitizer of others) stays text: told as titles, headlines,
 * summaries and names of topics it adds no kind of element to a page, a feed or a widget, and runs in no browser. The few texts
 * of ours are told in the {@link Edition}.
 */
@QuarkusTest
@TestProfile(Exposed.class)
class HostileTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SUITE = Path.of("../../shared/suites/dompurify.jsonl");
    private static final int LENGTH_MAX = 900;

    @TestHTTPResource
    URL gateway;

    @Test
    void itIsShownAndNothingElseComesOfIt() throws IOException {
        List<String> texts = texts();
        Indexed.await();
        try (var guests = new Guests()) {
            Guest guest = guests.come(Plan.PLAN_VANTAGE, Role.ROLE_OPERATOR);
            List<String> pages = PageList.ALL.stream()
                    .filter(page -> page.status() == 200)
                    .map(PageList.Page::path)
                    .toList();
            Set<String> usual = new TreeSet<>();
            pages.forEach(page -> usual.addAll(shapes(html(page, guest))));
            for (String story : List.of(Edition.HUB, Edition.FERRY, Edition.PATCH, Edition.LONE)) {
                outside(page(story)).forEach(element -> usual.addAll(shapes(element)));
            }
            List<String> stories = tell(texts);
            guests.save(guest, stories);
            List<String> showing = Stream.concat(pages.stream(), lists()).toList();
            Stream.concat(showing.stream(), stories.stream().map(HostileTextTest::page))
                    .forEach(page -> assertUsual(page, html(page, guest), usual));
            for (int i = 0; i < texts.size(); i++) {
                assertTold(stories.get(i), texts.get(i), usual);
            }
            Stream<String> third = IntStream.range(0, stories.size())
                    .filter(i -> i % 3 == 0)
                    .mapToObj(i -> page(stories.get(i))); // every text stands in one of three stories
            assertNothingRuns(Stream.concat(showing.stream(), third).toList(), guests.fill("{secret}", guest));
        }
    }

    private static String page(String story) {
        return "/stories/" + story;
    }

    /** Other people's; skipped where they are not. */
    private static List<String> texts() throws IOException {
        if (!Files.exists(SUITE)) {
            System.out.println("skipped: no data");
        }
        Assumptions.assumeTrue(Files.exists(SUITE), "skipped: no data");
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(SUITE)) {
            String payload = JSON.readTree(line).get("payload").asText();
            if (!payload.isBlank()) {
                texts.add(payload.substring(0, Math.min(payload.length(), LENGTH_MAX)));
            }
        }
        return texts;
    }

    /** Every text is a headline, a title, a lead, a point of a summary and the name of a topic, each in another story. */
    private static List<String> tell(List<String> texts) {
        int count = texts.size();
        List<Telling> tellings = IntStream.range(0, count)
                .mapToObj(i -> new Telling(
                        "hostile-" + i,
                        texts.get(i),
                        texts.get((i + 1) % count),
                        texts.get((i + 2) % count),
                        texts.get((i + 3) % count),
                        texts.get((i + 4) % count)))
                .toList();
        Edition.tell(tellings);
        return tellings.stream().map(telling -> Edition.storyId(telling.slug())).toList();
    }

    private static Stream<String> lists() {
        return Stream.concat(
                Stream.of("/?cursor=", "/latest?cursor=").flatMap(HostileTextTest::walk),
                Stream.of("/search?q=alert", "/search?q=script&sort=latest", "/topics?kind=topic"));
    }

    /** Addresses of all pages of a list, to its end. */
    private static Stream<String> walk(String start) {
        List<String> found = new ArrayList<>();
        for (String next = start.split("\\?")[0]; !next.isEmpty(); ) {
            found.add(next);
            Element more = Jsoup.parse(given().cookie("fresh", "1")
                            .urlEncodingEnabled(false)
                            .get(next)
                            .asString())
                    .selectFirst("a[rel=next]");
            next = more == null ? "" : more.attr("href");
        }
        return found.stream();
    }

    private static Document html(String path, Guest guest) {
        Response response = given().urlEncodingEnabled(false)
                .cookie(Exposed.SESSION, guest.session())
                .get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    /** Kinds of elements: each name with the names of its attributes. */
    private static Set<String> shapes(Element root) {
        return root.getAllElements().stream()
                .map(element -> element.nodeName()
                        + element.attributes().asList().stream()
                                .map(attribute -> attribute.getKey())
                                .sorted()
                                .toList())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertUsual(String where, Element root, Set<String> usual) {
        Set<String> unusual = shapes(root);
        unusual.removeAll(usual);
        assertThat(unusual).as(where).isEmpty();
        for (String attribute : List.of("href", "src", "action", "data", "formaction", "xlink:href", "poster")) {
            assertThat(root.select("[" + attribute + "]").eachAttr(attribute))
                    .as(where)
                    .allMatch(address -> address.matches("(?i)(/|#|\\?|https?://).*|"));
        }
        assertThat(root.select("h1 :not(a), h2 a *, h3 a *, .point *"))
                .as(where)
                .isEmpty();
    }

    /** The text is the headline of the story's page, and nothing but text where others show it. */
    private void assertTold(String story, String text, Set<String> usual) throws IOException {
        String page = page(story);
        JsonNode json = JSON.readTree(visitor("/v1" + page));
        assertThat(json.get("title").asText()).isEqualTo(text.strip());
        Document shown = Jsoup.parse(visitor(page));
        assertThat(shown.select("h1").text()).isEqualTo(plain(text));
        for (Element outside : outside(page)) {
            assertUsual(page, outside, usual);
        }
        JsonNode embed = JSON.readTree(visitor("/oembed?url=" + Exposed.PUBLIC_URL + page));
        assertThat(Jsoup.parseBodyFragment(embed.get("html").asText()).select("body *"))
                .as(story)
                .hasSize(1);
    }

    /** What other sites show of a story: the widget, and the HTML within feeds. */
    private static List<Element> outside(String page) throws IOException {
        List<Element> found = new ArrayList<>();
        found.add(Jsoup.parse(visitor("/embed" + page)));
        for (String ending : List.of(".atom", ".rss")) {
            Jsoup.parse(visitor("/feeds" + page + ending), "", Parser.xmlParser())
                    .select("entry content[type=html], item description")
                    .forEach(content -> found.add(fragment(content.wholeText())));
        }
        JSON.readTree(visitor("/feeds" + page + ".json"))
                .get("items")
                .forEach(item -> found.add(fragment(item.path("content_html").asText())));
        assertThat(found).as(page).hasSizeGreaterThan(3);
        return found;
    }

    private static Element fragment(String html) {
        return Jsoup.parseBodyFragment(html).body();
    }

    private static String visitor(String path) {
        Response response = given().cookie("fresh", "1").get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.asString();
    }

    /** As a page shows it: white space is one blank, and a control character is none. */
    private static String plain(String text) {
        return Jsoup.parse("<p></p>").selectFirst("p").text(text).text();
    }

    private void assertNothingRuns(List<String> pages, String key) throws IOException {
        try (var browser = new Browser(Path.of("target/pictures"))) {
            browser.watch();
            browser.key(key);
            for (String page : pages) {
                browser.open("http://localhost:" + gateway.getPort() + page);
                assertThat(browser.ran()).as(page).isFalse();
                // a widget has no picture of its own, for which Chromium asks all the same
                assertThat(browser.complaints()).as(page).allMatch(complaint -> complaint.contains("/favicon.ico "));
            }
        }
    }
}
