package news.parallax.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import news.parallax.catalog.v1.CountRequestsRequest;
import news.parallax.catalog.v1.LimitServiceGrpc;
import news.parallax.catalog.v1.RequestCount;
import news.parallax.gateway.CatalogProcess;
import org.junit.jupiter.api.Test;

/** Limits of requests over HTTP, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class RateLimitTest {
    private static final int LIMIT = CatalogProcess.HASTY_LIMIT;

    private static Response ask() {
        return given().header("X-Api-Key", "key-of-hasty").get("/v1/totals");
    }

    private static Response askAsAssistant() {
        return given().header("X-Api-Key", "key-of-hasty")
                .header("Accept", "application/json, text/event-stream")
                .contentType("application/json")
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}")
                .post("/mcp");
    }

    @Test
    void assistantsCountForTheReaderOfTheirKey() {
        assertThat(askAsAssistant().header("RateLimit-Limit")).isEqualTo(Integer.toString(LIMIT));
    }

    @Test
    void readersAreToldHowTheyStand() {
        Response answer = ask();

        assertThat(answer.header("RateLimit-Limit")).isEqualTo(Integer.toString(LIMIT));
        assertThat(Integer.parseInt(answer.header("RateLimit-Remaining"))).isBetween(0, LIMIT - 1);
        assertThat(Integer.parseInt(answer.header("RateLimit-Reset"))).isBetween(1, 60);
    }

    @Test
    void whatAnotherCopyGrantedCountsHereToo() throws InterruptedException {
        var limits = LimitServiceGrpc.newBlockingStub(CatalogProcess.channel());
        Response answer = ask();
        for (int attempt = 0; attempt < 40 && answer.statusCode() == 200; attempt++) {
            long minute = Instant.now().getEpochSecond() / 60 * 60;
            limits.countRequests(CountRequestsRequest.newBuilder()
                    .addCounts(RequestCount.newBuilder()
                            .setSubject("reader hasty")
                            .setWindowStart(Timestamp.newBuilder().setSeconds(minute))
                            .setWindowSeconds(60)
                            .setCount(LIMIT))
                    .build());
            Thread.sleep(250);
            answer = ask();
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(given().get("/v1/totals").statusCode()).isEqualTo(200);
        assertThat(askAsAssistant().statusCode()).isEqualTo(429);
    }
}
