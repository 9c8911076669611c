package news.parallax.crawler.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** What one robots.txt says to one crawler (RFC 9309). */
public final class RobotsText {

    /** Only such a name can stand in a file (§2.2.1; digits and dots are a common extension); others find the rules for all. */
    private static final Pattern PRODUCT_TOKEN = Pattern.compile("[A-Za-z0-9_.-]+");

    private final SimpleRobotRules rules;

    private RobotsText(SimpleRobotRules rules) {
        this.rules = rules;
    }

    /**
     * Reads what is addressed to a crawler. Never fails: lines that are no rules are skipped.
     *
     * @param agent the crawler's product token, in any case
     */
    public static RobotsText parse(byte[] text, String agent) {
        List<String> names =
                PRODUCT_TOKEN.matcher(agent).matches() ? List.of(agent.toLowerCase(Locale.ROOT)) : List.of();
        return new RobotsText(new SimpleRobotRulesParser(Long.MAX_VALUE, Integer.MAX_VALUE)
                .parseContent("", text, "text/plain", names));
    }

    public boolean allows(HttpUrl url) {
        return rules.isAllowed(url.toString());
    }

    /** The pause that it asks for between two requests; empty if it asks for none. */
    public Optional<Duration> crawlDelay() {
        return rules.getCrawlDelay() <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(rules.getCrawlDelay()));
    }
}
