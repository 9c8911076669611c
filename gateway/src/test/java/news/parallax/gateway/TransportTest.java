package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to browsers where the world comes by TLS. */
@QuarkusTest
@TestProfile(Exposed.class)
class TransportTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/v1/totals", "/parallax.js", "/nothing", "/v1/nothing", "/feeds/top.atom", "/q/health/live"
            })
    void browsersAreToComeByTlsAlone(String path) {
        assertThat(given().get(path).header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    @Test
    void aSessionIsForThisHostAndForTlsAlone() {
        Response entered = Members.signUp("sealed@transport.example", "Sealed");

        assertThat(entered.header("Set-Cookie"))
                .startsWith(Exposed.SESSION + "=pls_")
                .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                .doesNotContain("Domain");
        String session = entered.cookie(Exposed.SESSION);
        assertThat(reader(Exposed.SESSION, session)).isEqualTo("Sealed");
        assertThat(reader("parallax_session", session)).isNotEqualTo("Sealed");
    }

    @Test
    void aFormWithoutSignsOfItsOriginIsRefusedWithThatSession() {
        String session = Members.signUp("bare@transport.example", "Bare").cookie(Exposed.SESSION);

        assertThat(given().cookie(Exposed.SESSION, session).post("/log-out").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aLanguageGoesByTlsAlone() {
        Response chosen = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("language", "de")
                .post("/language");

        assertThat(chosen.header("Set-Cookie"))
                .startsWith("parallax_language=de")
                .contains("Secure");
    }

    private static String reader(String cookie, String session) {
        return given().cookie(cookie, session).get("/v1/me").jsonPath().getString("name");
    }
}
