package news.parallax.crawler.eval;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.robots.RobotsText;
import news.parallax.crawler.url.WebUrl;
import okhttp3.HttpUrl;

/** What robots.txt files allow and for how long they ask to wait; rows of the specification are counted apart. */
final class RobotsEval implements Suite {

    private static final HttpUrl ROOT = HttpUrl.get("http://root.example/");

    private int specCount;
    private int specPassed;

    @Override
    public Verdict judge(EvalRow row) {
        Verdict verdict = compare(row);
        if (row.json().path("spec").asBoolean()) {
            specCount++;
            specPassed += verdict.equals(Verdict.PASSED) ? 1 : 0;
        }
        return verdict;
    }

    private static Verdict compare(EvalRow row) {
        // an empty address stands for the root, as the reference parser has it
        Optional<HttpUrl> url = row.text("url").isEmpty() ? Optional.of(ROOT) : WebUrl.http(row.text("url"));
        RobotsText robots = RobotsText.parse(row.text("robots").getBytes(StandardCharsets.UTF_8), row.text("agent"));
        if (row.json().has("allowed")) {
            // an address that is none is never fetched, which is as good as forbidden
            boolean allowed = url.isPresent() && robots.allows(url.get());
            if (allowed != row.json().path("allowed").asBoolean()) {
                return new Verdict.Failed("allowed is " + allowed + " for " + row.text("url"));
            }
        }
        return row.json().hasNonNull("crawl_delay_ms")
                ? Verdict.equal(
                        row.json().path("crawl_delay_ms").asLong(),
                        robots.crawlDelay().map(Duration::toMillis).orElse(0L))
                : Verdict.PASSED;
    }

    @Override
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("spec_n", specCount);
        figures.put("spec_pass", specPassed);
        return figures;
    }
}
