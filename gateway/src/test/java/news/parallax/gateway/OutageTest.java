package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What readers see while the catalog is away, and as soon as it is back. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class OutageTest {
    @Test
    void withoutTheCatalogReadersAreAskedToComeBackAndAreServedOnceItIsBack() throws IOException, InterruptedException {
        CatalogProcess.withoutCatalog(() -> {
            for (int i = 0; i < 10; i++) {
                Response json = given().get("/v1/stories");
                assertThat(json.statusCode()).isEqualTo(503);
                assertThat(json.header("Retry-After")).isEqualTo("5");
                assertThat(json.jsonPath().getString("code")).isEqualTo("CATALOG_UNAVAILABLE");
            }
            Response page = given().get("/");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(Jsoup.parse(page.asString()).select("h1").text()).isEqualTo("Back in a moment");
            assertThat(given().get("/plans").statusCode()).isEqualTo(200);
        });

        assertThat(servedWithin(Duration.ofSeconds(30))).isTrue();
    }

    private static boolean servedWithin(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end) {
            if (given().get("/v1/stories").statusCode() == 200) {
                return true;
            }
        }
        return false;
    }
}
