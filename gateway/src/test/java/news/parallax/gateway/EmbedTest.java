package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import news.parallax.gateway.page.PublicUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** A story on another site: the widget, and oEmbed. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class EmbedTest {
    private static final String WIDGET = "/embed/stories/" + Edition.HUB;

    @Inject
    PublicUrl publicUrl;

    private String oembed(String url, String rest) {
        return "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + rest;
    }

    private static JsonPath json(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return new JsonPath(response.asString());
    }

    @Test
    void theWidgetIsSmallAndHasNoScriptAndNoCookie() {
        Response response = given().header("X-Api-Key", "key-of-vantage").get(WIDGET);
        Document page = Jsoup.parse(response.asString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(page.select("h1 a").text()).isEqualTo(Edition.HUB_TITLE);
        assertThat(page.select("h1 a").attr("href")).isEqualTo(publicUrl.of("/stories/" + Edition.HUB));
        assertThat(page.select("svg.bar").attr("aria-label")).isEqualTo("Left 29%, Center 47%, Right 24%");
        assertThat(page.select("p.count").text()).startsWith("25 sources");
        assertThat(page.select("script, body style, [style], form, img, link[rel=stylesheet]"))
                .isEmpty();
        assertThat(response.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(page.body().html()).hasSizeLessThan(4_000);
    }

    @Test
    void onlyTheWidgetMayBeFramed() {
        assertThat(given().get(WIDGET).headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors *");
        assertThat(given().get("/stories/" + Edition.HUB).headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
    }

    @Test
    void aWidgetOfAMergedStoryIsTheRemainingOnes() {
        Response moved = given().redirects().follow(false).get("/embed/stories/" + Edition.MERGED);

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.header("Location")).endsWith("/embed/stories/" + Edition.PATCH);
    }

    @Test
    void anotherSiteShowsTheWidgetInAFrameButNoOtherPage() throws IOException {
        String frame = json(oembed(publicUrl.of("/stories/" + Edition.HUB), "")).getString("html");
        String other = "<!doctype html><title>Another site</title>" + frame + frame.replace("/embed/", "/");
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body = other.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        try (var browser = new Browser(Path.of("target/screenshots"))) {
            browser.open("http://127.0.0.1:" + site.getAddress().getPort() + "/");
            browser.picture("widget");
            assertThat(browser.complaints())
                    .filteredOn(line -> !line.contains("favicon"))
                    .allMatch(line -> line.contains("frame-ancestors"));

            browser.enter(By.cssSelector("iframe[src*='/embed/']"));
            assertThat(browser.textOf(By.tagName("h1"))).isEqualTo(Edition.HUB_TITLE);
        } finally {
            site.stop(0);
        }
    }

    @Test
    void aStorysPageHasTheFrameReadyToCopy() {
        Document page = Jsoup.parse(given().get("/stories/" + Edition.HUB).asString());

        String frame = page.select("details textarea[readonly]").val();

        assertThat(frame)
                .isEqualTo(json(oembed(publicUrl.of("/stories/" + Edition.HUB), ""))
                        .getString("html"));
        assertThat(Jsoup.parse(frame).select("iframe").attr("src")).isEqualTo(publicUrl.of(WIDGET));
        assertThat(page.select("iframe")).isEmpty();
    }

    @Test
    void oembedTellsHowToShowAStory() {
        JsonPath told = json(oembed(publicUrl.of("/stories/" + Edition.HUB), "&maxwidth=300&maxheight=5000"));
        var frame = Jsoup.parse(told.getString("html")).select("iframe");

        assertThat(told.getString("version")).isEqualTo("1.0");
        assertThat(told.getString("type")).isEqualTo("rich");
        assertThat(told.getString("title")).isEqualTo(Edition.HUB_TITLE);
        assertThat(told.getInt("width")).isEqualTo(300);
        assertThat(told.getInt("height")).isEqualTo(240);
        assertThat(frame.attr("src")).isEqualTo(publicUrl.of(WIDGET));
        assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void oembedSpeaksXmlToo() throws Exception {
        Response response = given().urlEncodingEnabled(false)
                .get(oembed(publicUrl.of("/stories/" + Edition.MERGED), "&format=xml"));
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.asByteArray()));

        assertThat(response.contentType()).startsWith("text/xml");
        assertThat(xml.getElementsByTagName("html").item(0).getTextContent())
                .as("the story that remains")
                .contains("/embed/stories/" + Edition.PATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not an address",
                "https://evil.example/stories/0123456789abcdef0123",
                "javascript:alert(1)",
                "http://localhost/stories/0123456789abcdef0123"
            })
    void oembedKnowsNoOtherSites(String url) {
        assertThat(given().urlEncodingEnabled(false).get(oembed(url, "")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"&format=yaml, 501", "&maxwidth=0, 400", "&maxheight=x, 400"})
    void oembedSaysWhatItDoesNotTake(String rest, int status) {
        String path = oembed(publicUrl.of("/stories/" + Edition.HUB), rest);

        assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isEqualTo(status);
    }
}
