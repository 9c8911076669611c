package news.parallax.gateway;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day in whose briefing a story is: its reports are some hours old, which until the morning is yesterday. */
final class ReportedDay {
    private ReportedDay() {}

    static LocalDate of(String storyId) {
        String time = given().get("/v1/stories/" + storyId).jsonPath().getString("updateTime");
        return LocalDate.ofInstant(Instant.parse(time), ZoneOffset.UTC);
    }
}
