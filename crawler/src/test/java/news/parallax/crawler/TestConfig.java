package news.parallax.crawler;

import java.util.HashMap;
import java.util.Map;

/** The settings as shipped, but for those that a test names. */
public final class TestConfig {

    private TestConfig() {}

    /** Settings by their name after {@code parallax.crawler.}, then their value, and so on. */
    public static CrawlerConfig with(String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return CrawlerParts.config(values);
    }
}
