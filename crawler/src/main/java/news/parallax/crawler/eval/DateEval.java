package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.parallax.crawler.page.PublishTime;

/**
 * Rows of an {@code input} with its {@code expected_utc}, null where it must be refused, to the second; or with
 * {@code must_parse}, where any time will do. Rows that expect neither are skipped.
 */
final class DateEval implements Suite {

    private final Map<String, int[]> bySource = new TreeMap<>();

    @Override
    public Verdict judge(EvalRow row) {
        JsonNode expected = row.json().path("expected_utc");
        boolean mustParse = row.json().path("must_parse").asBoolean();
        if (expected.isMissingNode() && !mustParse) {
            return new Verdict.Skipped("no time is expected and none refused");
        }
        Optional<Instant> found =
                PublishTime.parse(row.text("input")).map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        boolean right = expected.isMissingNode()
                ? found.isPresent()
                : found.equals(expected.isNull() ? Optional.empty() : Optional.of(Instant.parse(expected.asText())));
        int[] counts = bySource.computeIfAbsent(row.text("suite"), source -> new int[2]);
        counts[0] += right ? 1 : 0;
        counts[1]++;
        return right
                ? Verdict.PASSED
                : new Verdict.Failed("\"" + row.text("input") + "\": expected "
                        + (expected.isMissingNode() ? "a time" : expected.asText()) + ", found "
                        + found.map(Instant::toString).orElse("none"));
    }

    @Override
    public Map<String, Object> figures() {
        Map<String, Object> figures = new TreeMap<>();
        bySource.forEach((source, counts) -> figures.put(source, counts[0] + "/" + counts[1]));
        return figures;
    }
}
