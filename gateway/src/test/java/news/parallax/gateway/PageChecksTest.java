package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import news.parallax.gateway.PageList.Page;
import news.parallax.gateway.webhook.Letters;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What holds for every page: the HTML checker and axe find nothing, and each is drawn at three widths to be looked at. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class PageChecksTest {
    private static final int WEIGHT_LIMIT_BYTES = 150_000;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void everythingIsThere() throws InterruptedException {
        Indexed.await();
        Letters.await();
    }

    private static Response get(Page page, String language) {
        var request = given().header("Accept-Language", language);
        if (!page.plan().isEmpty()) {
            request.header("X-Api-Key", "key-of-" + page.plan());
        }
        Response response = request.get(page.path());
        assertThat(response.statusCode()).as(page.toString()).isEqualTo(page.status());
        return response;
    }

    @Test
    void theHtmlCheckerFindsNoError() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/html"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Strangers.file("vnu-jar/build/dist/vnu.jar").toString(),
                "--exit-zero-always",
                "--stdout",
                "--format",
                "gnu"));
        for (Page page : PageList.ALL) {
            Path file = folder.resolve(page.name() + ".html").toAbsolutePath();
            Files.writeString(file, get(page, "en").asString());
            command.add(file.toString());
        }

        assertThat(Strangers.run(folder, command).lines().filter(line -> line.contains(": error")))
                .isEmpty();
    }

    @Test
    void axeFindsNoViolationLightOrDarkAndEveryPageIsDrawn() throws IOException {
        String axe = Files.readString(Strangers.file("axe-core/axe.min.js"));
        List<String> violations = new ArrayList<>();
        try (var browser = new Browser(Path.of("target/pictures"))) {
            for (Page page : PageList.ALL) {
                browser.key(page.plan().isEmpty() ? "" : "key-of-" + page.plan());
                browser.open(gateway.resolve(page.path()).toString());
                browser.pictures(page.name());
                for (String scheme : List.of("light", "dark")) {
                    browser.scheme(scheme);
                    browser.violations(axe).forEach(found -> violations.add(page + " " + scheme + ": " + found));
                }
                assertThat(browser.width()).as("sideways scrolling of " + page).isLessThanOrEqualTo(390);
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void whatOutletsWriteStaysText() {
        for (Page page : PageList.ALL) {
            Document document = Jsoup.parse(get(page, "en").asString());
            assertThat(document.select("script:not([type=application/ld+json])"))
                    .as("scripts of " + page)
                    .allMatch(it -> it.attr("src").startsWith("/parallax.js?")
                            && it.data().isEmpty());
            assertThat(document.select("script[type=application/ld+json]"))
                    .as("data of " + page)
                    .allMatch(it -> !it.data().contains("<"));
            assertThat(document.select("img, iframe, body style, [style], link[rel=stylesheet]"))
                    .as(page.toString())
                    .isEmpty();
            assertThat(document.getAllElements())
                    .as("handlers on " + page)
                    .allSatisfy(element -> assertThat(element.attributes().asList())
                            .noneMatch(attribute -> attribute.getKey().startsWith("on")));
            assertThat(document.select("a").eachAttr("href"))
                    .as("links of " + page)
                    .allMatch(href -> href.matches("(/|#|https?://).*"));
        }
        Document hostile = Jsoup.parse(get(page("story-hostile"), "en").asString());
        assertThat(hostile.select("h1").text()).isEqualTo(Edition.HOSTILE_HEADLINE);
        assertThat(hostile.select("article h3, article .excerpt").eachText())
                .containsExactly(Edition.HOSTILE_TITLE, Edition.HOSTILE_TITLE);
    }

    private static Page page(String name) {
        return PageList.ALL.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSearchFieldSuggestsWhileSomebodyTypes() throws IOException {
        try (var browser = new Browser(Path.of("target/pictures"))) {
            browser.open(gateway.resolve("/").toString());
            browser.fill(By.cssSelector(".mast input[type=search]"), "belg");

            assertThat(browser.await(By.cssSelector("#suggestions option[value=Belgium]")))
                    .isEqualTo(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void noPageIsHeavy() {
        assertThat(PageList.ALL)
                .allSatisfy(page -> assertThat(get(page, "en").asByteArray())
                        .as(page.toString())
                        .hasSizeLessThan(WEIGHT_LIMIT_BYTES));
    }

    @Test
    void everyPageSpeaksTheLanguageOfItsReader() {
        for (Page page : PageList.ALL) {
            TreeSet<String> english = words(get(page, "en"));
            for (String language : List.of("de", "fr", "es")) {
                Response response = get(page, language + ", en;q=0.5");
                TreeSet<String> left = words(response);
                left.retainAll(english);
                assertThat(Jsoup.parse(response.asString()).selectFirst("html").attr("lang"))
                        .isEqualTo(language);
                assertThat(left).as("English left on %s in %s", page, language).isEmpty();
            }
        }
    }

    /** What Parallax itself says on a page, of two words or more: one word may be the same in two languages. */
    private static TreeSet<String> words(Response response) {
        Document page = Jsoup.parse(response.asString());
        page.select(
                        "body [lang], [dir=auto], .outlet, cite, a[href^=/sources/], a[rel~=external], time, .reports, .images, .ratings, .name, .reader,"
                                + " #country option, #language option")
                .remove();
        TreeSet<String> words = new TreeSet<>();
        for (Element element : page.body().getAllElements()) {
            for (TextNode node : element.textNodes()) {
                String text = node.text().strip();
                if (text.matches("(?s).*\\p{L}{3,}\\W+\\p{L}{2,}.*")) {
                    words.add(text);
                }
            }
        }
        return words;
    }
}
