package news.parallax.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import news.parallax.gateway.CatalogProcess;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The way in by an identity provider, with a real one over HTTP and the packaged catalog. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
@WithTestResource(IdentityProvider.class)
class ProviderTest {
    @Test
    void whoTheProviderVouchesForHasASessionAsAnyOther() {
        var cookies = new CookieFilter();
        Response sent = given().filter(cookies).redirects().follow(false).get("/log-in/provider");
        assertThat(sent.statusCode()).isEqualTo(302);
        Response returned =
                given().redirects().follow(false).urlEncodingEnabled(false).get(sent.header("Location"));
        Response entered = given().filter(cookies)
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(returned.header("Location"));
        while (entered.statusCode() == 302) {
            entered = given().filter(cookies)
                    .redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .get(entered.header("Location"));
        }

        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(303);
        String session = entered.cookie("parallax_session");
        assertThat(session).startsWith("pls_");
        assertThat(given().cookie("parallax_session", session).get("/desk").statusCode())
                .isEqualTo(200);
        assertThat(given().cookie("parallax_session", session)
                        .get("/v1/me")
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("Olga Post");
    }

    @Test
    void theLogInPageNamesTheProvider() {
        assertThat(Jsoup.parse(given().get("/log-in").asString())
                        .select("a[href^=/log-in/provider]")
                        .text())
                .isEqualTo("Log in with House Account");
    }
}
