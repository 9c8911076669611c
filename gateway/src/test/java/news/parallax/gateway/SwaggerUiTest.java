package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The page to try the API with, in Chromium. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class SwaggerUiTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void everyOperationCanBeTriedAndTheBrowserComplainsOfNothing() throws IOException {
        int operations = Description.read().reading().size();
        try (var browser = new Browser(Path.of("target/screenshots"))) {
            browser.open("http://localhost:" + RestAssured.port + "/q/swagger-ui/");
            await(browser, By.cssSelector(".opblock-get"), operations);
            browser.click(By.cssSelector("#operations-Stories-getTotals .opblock-summary-control"));
            await(browser, By.cssSelector(".try-out__btn"), 1);
            browser.click(By.cssSelector(".try-out__btn"));
            await(browser, By.cssSelector(".execute"), 1);
            browser.click(By.cssSelector(".execute"));
            await(browser, By.cssSelector(".live-responses-table .response-col_status"), 1);

            assertThat(browser.textOf(By.cssSelector(".live-responses-table tbody .response-col_status")))
                    .startsWith("200");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void await(Browser browser, By elements, int atLeast) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (browser.count(elements) < atLeast) {
            assertThat(System.nanoTime()).as("waiting for " + elements).isLessThan(end);
        }
    }
}
