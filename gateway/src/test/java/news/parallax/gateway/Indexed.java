package news.parallax.gateway;

import static io.restassured.RestAssured.given;

import java.time.Duration;

/** Waits until the catalog, which indexes in the background, finds every story of the {@link Edition}. */
public final class Indexed {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Indexed() {}

    public static void await() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (found() < Edition.FILLERS + 4) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + found() + " stories are found");
            }
            Thread.onSpinWait();
        }
    }

    private static int found() {
        return given().get("/v1/stories?limit=100&sort=latest&access=free")
                .jsonPath()
                .getList("stories")
                .size();
    }
}
