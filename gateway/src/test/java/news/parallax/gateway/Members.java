package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Readers who sign up as anybody does. */
public final class Members {
    public static final String PASSWORD = "correct horse battery";

    private Members() {}

    /** Signs somebody up; the answer has the cookie of their session. */
    public static Response signUp(String email, String name) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", email)
                .formParam("password", PASSWORD)
                .formParam("name", name)
                .post("/sign-up");
    }

    /** Returns the session of somebody new. */
    public static String sessionOf(String email) {
        Response entered = signUp(email, "");
        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(303);
        return entered.cookie("parallax_session");
    }

    /** A browser in which somebody is logged in, on a page of ours. */
    public static RequestSpecification in(String session) {
        return given().redirects()
                .follow(false)
                .cookie("parallax_session", session)
                .header("Sec-Fetch-Site", "same-origin");
    }
}
