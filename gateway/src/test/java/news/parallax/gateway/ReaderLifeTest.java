package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A reader from the first visit to the last, in Chromium, with the packaged catalog behind the gateway. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class ReaderLifeTest {
    private static final String EMAIL = "nora@life.example";
    private static final String HARBOR = "/sources/harbor.example";

    @TestHTTPResource("/")
    URI gateway;

    @Test
    void aReaderSignsUpFollowsMutesRatesSavesSeesTheirBalanceTakesEverythingAlongAndGoes() throws IOException {
        try (var browser = new Browser(Path.of("target/pictures"))) {
            signUp(browser);
            follow(browser);
            mute(browser);
            rateOtherwise(browser);
            save(browser);
            seeBalance(browser);
            export(browser);
            delete(browser);
        }
    }

    private void open(Browser browser, String path) {
        browser.open(gateway.resolve(path).toString());
    }

    private void signUp(Browser browser) {
        open(browser, "/");
        browser.follow(By.cssSelector(".mast a[href='/log-in']"));
        browser.follow(By.cssSelector("a[href^='/sign-up']"));
        browser.fill(By.id("email"), EMAIL);
        browser.fill(By.id("name"), "Nora");
        browser.type(By.id("password"), Members.PASSWORD);

        assertThat(browser.textOf(By.cssSelector(".mast .reader"))).contains("Nora · Free");
    }

    private void follow(Browser browser) {
        open(browser, HARBOR);
        browser.follow(By.cssSelector("form[action='/follows'] button"));
        open(browser, "/following");

        assertThat(browser.textOf(By.cssSelector("section[aria-labelledby=follows-heading]")))
                .contains("Harbor Times");
        assertThat(browser.count(By.cssSelector(".front .card"))).isPositive();
    }

    private void mute(Browser browser) {
        open(browser, "/sources/wire.example");
        browser.follow(By.cssSelector("form[action='/mutes'] button"));
        open(browser, "/stories/" + Edition.HUB);

        assertThat(browser.count(By.cssSelector(".articles .outlet[href='/sources/wire.example']")))
                .isZero();
        assertThat(browser.count(By.cssSelector(".articles .outlet[href='/sources/harbor.example']")))
                .isPositive();
    }

    private void rateOtherwise(Browser browser) {
        open(browser, HARBOR);
        browser.click(By.cssSelector(".acts summary"));
        browser.click(By.cssSelector(".acts input[value=right]"));
        browser.follow(By.cssSelector(".acts form[action='/overrides'] button"));

        open(browser, "/following");
        assertThat(browser.textOf(By.cssSelector("section[aria-labelledby=overrides-heading] .chip")))
                .isEqualTo("Right");
    }

    private void save(Browser browser) {
        open(browser, "/stories/" + Edition.HUB);
        browser.follow(By.cssSelector("form[action='/saved'] button"));
        open(browser, "/saved");

        assertThat(browser.count(By.cssSelector(".card"))).isEqualTo(1);
    }

    private void seeBalance(Browser browser) {
        open(browser, "/balance");
        assertThat(browser.textOf(By.tagName("main"))).contains("upgrade to Pro");
        upgrade();
        open(browser, "/stories/" + Edition.HUB);
        browser.follow(By.cssSelector(".article h3 a")); // leads to the outlet, which is not there
        open(browser, "/balance");
        for (int i = 0; i < 50 && browser.count(By.cssSelector(".balance tr, .sources tbody tr")) == 0; i++) {
            open(browser, "/balance");
        }

        assertThat(browser.textOf(By.cssSelector(".balance h2"))).isEqualTo("1 article read");
        assertThat(browser.count(By.cssSelector(".balance svg.bar"))).isEqualTo(1);
    }

    private static void upgrade() {
        String found = given().header("X-Api-Key", "key-of-operator")
                .get("/desk/readers?prefix=" + EMAIL)
                .asString();
        Response set = given().redirects()
                .follow(false)
                .header("X-Api-Key", "key-of-operator")
                .formParam(
                        "reader",
                        Jsoup.parse(found).select("input[name=reader]").val())
                .formParam("plan", "pro")
                .post("/desk/readers/plan");
        assertThat(set.statusCode()).isEqualTo(303);
    }

    private void export(Browser browser) {
        open(browser, "/settings");
        assertThat(browser.count(By.cssSelector("a[href='/settings/export']"))).isEqualTo(1);

        String everything = given().cookie("parallax_session", browser.cookie("parallax_session"))
                .get("/settings/export")
                .asString();
        assertThat(everything).contains(EMAIL, "harbor.example", "wire.example", Edition.HUB, "\"reading\"");
    }

    private void delete(Browser browser) {
        browser.click(By.id("sure"));
        browser.follow(By.cssSelector("form[action='/settings/delete'] button"));

        assertThat(browser.textOf(By.cssSelector(".mast .reader"))).isEqualTo("Log in");
        assertThat(Members.signUp(EMAIL, "Nora again").statusCode()).isEqualTo(303);
    }
}
