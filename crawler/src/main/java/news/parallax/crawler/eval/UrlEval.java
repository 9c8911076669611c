package news.parallax.crawler.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.url.WebUrl;
import okhttp3.HttpUrl;

/**
 * Where links lead. Beside the whole: the share of addresses of the web, which are all we follow, and of those the share
 * that OkHttp, which sends the requests, leaves as they are.
 */
final class UrlEval implements Suite {

    private int webCount;
    private int webPassed;
    private int webAsked;

    @Override
    public Verdict judge(EvalRow row) {
        Optional<String> expected =
                row.json().path("failure").asBoolean() ? Optional.empty() : Optional.of(row.text("href"));
        Optional<String> found = base(row)
                .map(base -> base.flatMap(url -> url.resolve(row.text("input"))))
                .orElseGet(() -> WebUrl.parse(row.text("input")))
                .map(WebUrl::href);
        if (expected.filter(url -> url.startsWith("http:") || url.startsWith("https:"))
                .isPresent()) {
            webCount++;
            webPassed += found.equals(expected) ? 1 : 0;
            webAsked += found.flatMap(WebUrl::http).map(HttpUrl::toString).equals(expected) ? 1 : 0;
        }
        return Verdict.equal(expected, found);
    }

    /** The outer is empty if the row has no base, the inner if its base is no address. */
    private static Optional<Optional<WebUrl>> base(EvalRow row) {
        return row.json().hasNonNull("base") ? Optional.of(WebUrl.parse(row.text("base"))) : Optional.empty();
    }

    @Override
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("web", EvalCommand.share(webPassed, webCount));
        figures.put("web_as_sent", EvalCommand.share(webAsked, webCount));
        return figures;
    }
}
