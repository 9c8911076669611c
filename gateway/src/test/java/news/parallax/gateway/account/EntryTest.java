package news.parallax.gateway.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Members;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How readers enter and leave, over HTTP, with the packaged catalog behind it. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class EntryTest {
    private static final String PASSWORD = "correct horse battery";

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType("application/x-www-form-urlencoded");
    }

    private static Response logIn(String email, String password) {
        return form().formParam("email", email).formParam("password", password).post("/log-in");
    }

    private static String greeting(String session) {
        return Jsoup.parse(given().cookie("parallax_session", session).get("/").asString())
                .select("header.mast .reader a")
                .last()
                .text();
    }

    @Test
    void whoSignsUpIsInAtOnceWithACookieThatNoScriptCanRead() {
        Response entered = Members.signUp("ada@reader.example", "Ada");

        assertThat(entered.statusCode()).isEqualTo(303);
        String cookie = entered.header("Set-Cookie");
        assertThat(cookie.toLowerCase(Locale.ROOT))
                .startsWith("parallax_session=pls_")
                .contains("httponly", "samesite=lax", "path=/");
        assertThat(entered.asString() + entered.header("Location")).doesNotContain("pls_");
        assertThat(greeting(entered.cookie("parallax_session"))).isEqualTo("Ada · Free");
    }

    @Test
    void aCookieGoesOverTlsAloneWhereThePageDid() {
        assertThat(Members.signUp("tls@reader.example", "").header("Set-Cookie"))
                .doesNotContain("Secure");
    }

    @Test
    void whoLogsOutIsOutWhateverTheBrowserKeeps() {
        String session = Members.signUp("out@reader.example", "Out").cookie("parallax_session");

        Response left = form().cookie("parallax_session", session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/log-out");

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.header("Set-Cookie")).startsWith("parallax_session=;").contains("Max-Age=0");
        assertThat(greeting(session)).isEqualTo("Log in");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreTheSame() {
        Members.signUp("known@reader.example", "Known");

        Response wrong = logIn("known@reader.example", "wrong horse battery");
        Response unknown = logIn("nobody@reader.example", "wrong horse battery");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(wrong.asString()).select("[role=alert]").text())
                .isEqualTo("This address and password do not belong together.");
        assertThat(unknown.asString().replace("nobody@", "known@")).isEqualTo(wrong.asString());
        assertThat(wrong.asString()).doesNotContain("wrong horse battery");
        assertThat(wrong.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no address           | correct horse battery | 400 | This is no e-mail address.
            short@reader.example | short                 | 400 | The password must have 10 to 200 characters.""")
    void theFormSaysWhatIsWrongAndKeepsTheAddress(String email, String password, int status, String words) {
        Response refused =
                form().formParam("email", email).formParam("password", password).post("/sign-up");

        var page = Jsoup.parse(refused.asString());
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(page.select("[role=alert]").text()).isEqualTo(words);
        assertThat(page.select("#email").attr("value")).isEqualTo(email);
    }

    @Test
    void anAddressIsTakenOnce() {
        Members.signUp("twice@reader.example", "First");

        Response second = form().formParam("email", "Twice@Reader.example")
                .formParam("password", PASSWORD)
                .post("/sign-up");

        assertThat(second.statusCode()).isEqualTo(409);
    }

    @Test
    void whoGuessesIsSlowedDownByAccountWhetherItExistsOrNot() {
        for (int i = 0; i < 10; i++) {
            assertThat(logIn("guessed@reader.example", "guess number " + i).statusCode())
                    .isEqualTo(401);
        }

        Response refused = logIn("Guessed@reader.example", "guess number 10");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
        assertThat(logIn("another@reader.example", "guess number 0").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aKeyOpensASessionAndIsNotKeptInTheBrowser() {
        Response entered = form().formParam("key", " key-of-premium ").post("/log-in/key");

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.cookies().values()).noneMatch(value -> value.contains("key-of-premium"));
        assertThat(greeting(entered.cookie("parallax_session"))).isEqualTo("Reader of premium · Premium");
        assertThat(form().formParam("key", "guess").post("/log-in/key").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCookieOfASessionThatIsOverIsAVisitors() {
        assertThat(greeting("pls_" + "a".repeat(43))).isEqualTo("Log in");
        assertThat(greeting("x".repeat(3000))).isEqualTo("Log in");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /stories/abc?side=left     | /stories/abc?side=left
            //evil.example/            | /
            https://evil.example/      | /
            /\\evil.example             | /
            javascript:alert(1)        | /
            %2F%2Fevil.example         | /
            ''                         | /""")
    void onlyPagesOfOursAreGoneOnTo(String next, String location) {
        Response entered =
                form().formParam("key", "key-of-free").formParam("next", next).post("/log-in/key");

        assertThat(entered.header("Location")).endsWith(location).doesNotContain("evil");
    }

    @Test
    void aLineBreakInWhereToGoOnMakesNoHeader() {
        Response entered = form().formParam("key", "key-of-free")
                .formParam("next", "/a\r\nSet-Cookie: parallax_session=planted")
                .post("/log-in/key");

        assertThat(entered.headers().getValues("Set-Cookie")).hasSize(1);
        assertThat(entered.cookie("parallax_session")).startsWith("pls_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log-in", "/log-in/key", "/sign-up", "/log-out", "/language"})
    void aFormOnAnotherSiteIsNotFollowed(String path) {
        for (String site : new String[] {"cross-site", "same-site"}) {
            Response refused = form().header("Sec-Fetch-Site", site).post(path);
            assertThat(refused.statusCode()).as(site).isEqualTo(403);
            assertThat(refused.header("Set-Cookie")).as(site).isNull();
        }
        assertThat(form().header("Origin", "https://evil.example").post(path).statusCode())
                .isEqualTo(403);
        assertThat(form().header("Origin", "null").post(path).statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionWithoutAWordWhereTheFormStoodChangesNothing() {
        String session = Members.signUp("silent@reader.example", "Silent").cookie("parallax_session");

        assertThat(form().cookie("parallax_session", session).post("/log-out").statusCode())
                .isEqualTo(403);
        assertThat(greeting(session)).isEqualTo("Silent · Free");
    }

    @Test
    void theLanguageOfThePagesIsKeptByTheBrowser() {
        Response chosen =
                form().formParam("language", "de").formParam("next", "/latest").post("/language");

        assertThat(chosen.header("Location")).endsWith("/latest");
        var german = Jsoup.parse(given().cookie("parallax_language", chosen.cookie("parallax_language"))
                .header("Accept-Language", "fr")
                .get("/")
                .asString());
        assertThat(german.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(german.select("header.mast .reader").text()).isEqualTo("Anmelden");
    }
}
