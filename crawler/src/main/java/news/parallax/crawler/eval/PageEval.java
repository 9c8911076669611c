package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.eval.PageScores.Shown;
import news.parallax.crawler.page.ArticleExtractor;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.FeedFacts;
import news.parallax.crawler.page.PublishTime;
import okhttp3.HttpUrl;

/** Extracts pages and compares what they tell: body, segments, title, authors, day of publication, language. */
final class PageEval implements Suite {

    private static final List<String> AUTHORS = List.of("authors", "author", "byline");
    private static final List<String> DATES = List.of("date", "date_published", "publish_date", "publishedTime");
    private static final List<String> LANGUAGES = List.of("language", "lang", "meta_lang");
    /** What suites leave between the names of several people. */
    private static final Pattern SEVERAL = Pattern.compile("; |, | and | und | & |、");

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0\\d|1[012])-[0-3]\\d");
    private static final double GOOD_BODY = 0.9;

    private final ArticleExtractor extractor = new ArticleExtractor(CrawlerParts.config(Map.of()));
    private final PageScores scores = new PageScores();

    @Override
    public Verdict judge(EvalRow row) throws IOException {
        HttpUrl url = Optional.ofNullable(HttpUrl.parse(row.text("url"))).orElse(HttpUrl.get("http://page.invalid/"));
        Optional<ExtractedArticle> article = extractor.extract(row.file("html"), "text/html", url, FeedFacts.NONE);
        JsonNode expected = row.json().path("expect");
        List<String> faults = new ArrayList<>();
        body(expected, row, article, faults);
        segments(expected, article, faults);
        title(expected, article, faults);
        authors(expected, article, faults);
        date(row, expected, article, faults);
        language(expected, article, faults);
        return faults.isEmpty() ? Verdict.PASSED : new Verdict.Failed(String.join("; ", faults));
    }

    private void body(JsonNode expected, EvalRow row, Optional<ExtractedArticle> article, List<String> faults)
            throws IOException {
        String found = article.map(ExtractedArticle::text).orElse("");
        PageScores.Overlap overlap;
        if (expected.has("body_file")) {
            var file = new EvalRow(expected, row.folder(), row.line());
            overlap = PageScores.overlap(new String(file.file("body_file"), StandardCharsets.UTF_8), found);
        } else if (expected.has("body")) {
            overlap = PageScores.overlap(expected.path("body").asText(), found);
        } else if (expected.has("cleaned_text")) { // goose3 names how the text begins
            String beginning = expected.path("cleaned_text").asText();
            overlap = PageScores.overlap(
                    beginning,
                    PageScores.beginning(found, PageScores.words(beginning).size()));
        } else {
            return;
        }
        scores.body(overlap);
        if (overlap.f1() < GOOD_BODY) {
            faults.add("body P %.2f R %.2f".formatted(overlap.precision(), overlap.recall()));
        }
    }

    private void segments(JsonNode expected, Optional<ExtractedArticle> article, List<String> faults) {
        if (!expected.has("with") && !expected.has("without")) {
            return;
        }
        String found = PageScores.collapsed(article.map(ExtractedArticle::text).orElse(""));
        strings(expected.path("with")).forEach(segment -> {
            boolean hit = found.contains(PageScores.collapsed(segment));
            scores.wanted(hit);
            if (!hit) {
                faults.add("without \"" + segment + "\"");
            }
        });
        strings(expected.path("without")).forEach(segment -> {
            boolean hit = found.contains(PageScores.collapsed(segment));
            scores.unwanted(hit);
            if (hit) {
                faults.add("with \"" + segment + "\"");
            }
        });
    }

    private void title(JsonNode expected, Optional<ExtractedArticle> article, List<String> faults) {
        String wanted = PageScores.folded(expected.path("title").asText(""));
        if (wanted.isEmpty()) {
            return;
        }
        String found = PageScores.folded(article.map(ExtractedArticle::title).orElse(""));
        boolean contained = !found.isEmpty() && (found.contains(wanted) || wanted.contains(found));
        scores.title(found.equals(wanted), contained);
        if (!contained) {
            faults.add("title \"" + found + "\" not \"" + wanted + "\"");
        }
    }

    private void authors(JsonNode expected, Optional<ExtractedArticle> article, List<String> faults) {
        Set<String> wanted = first(expected, AUTHORS).map(PageEval::names).orElse(Set.of());
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> found = article.map(ExtractedArticle::authors).orElse(List.of()).stream()
                .map(PageScores::folded)
                .collect(Collectors.toCollection(TreeSet::new));
        Shown shown = Shown.of(!found.isEmpty(), found.equals(wanted));
        scores.author(shown);
        if (shown != Shown.RIGHT) {
            faults.add("authors " + found + " not " + wanted);
        }
    }

    private static Set<String> names(JsonNode authors) {
        return (authors.isTextual() ? Stream.of(authors.asText()) : strings(authors))
                .flatMap(SEVERAL::splitAsStream)
                .map(PageScores::folded)
                .map(name -> name.replaceFirst("^(by|von) ", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void date(EvalRow row, JsonNode expected, Optional<ExtractedArticle> article, List<String> faults) {
        if (row.json().path("date_is_modified").asBoolean()) {
            return;
        }
        Optional<LocalDate> found = article.flatMap(ExtractedArticle::publishDay);
        Optional<JsonNode> stated = first(expected, DATES);
        if (stated.isEmpty()) {
            if (expected.has("date")) { // null: nobody can tell
                scores.undated(found.isPresent());
            }
            return;
        }
        String wanted = stated.get().asText();
        long tolerance = row.text("suite").equals("postlight") ? 1 : 0; // its days are of the machine it ran on
        Shown shown = Shown.of(found.isPresent(), found.isPresent() && dayGap(wanted, found.get()) <= tolerance);
        scores.date(shown);
        if (shown != Shown.RIGHT) {
            faults.add("date " + found.map(LocalDate::toString).orElse("none") + " not " + wanted);
        }
    }

    /** Days between; both are days on the outlet's calendar, which is what people read as the date. */
    private static long dayGap(String wanted, LocalDate found) {
        Optional<Instant> instant = PublishTime.parse(wanted);
        LocalDate day = DAY.matcher(wanted).lookingAt()
                ? LocalDate.parse(wanted.substring(0, 10))
                : instant.map(time -> time.atZone(ZoneOffset.UTC).toLocalDate()).orElse(LocalDate.MIN);
        return Math.abs(ChronoUnit.DAYS.between(day, found));
    }

    private void language(JsonNode expected, Optional<ExtractedArticle> article, List<String> faults) {
        String wanted = first(expected, LANGUAGES).map(JsonNode::asText).orElse("");
        if (wanted.isEmpty()) {
            return;
        }
        String found = article.map(ExtractedArticle::language).orElse("");
        boolean right = primary(found).equals(primary(wanted));
        scores.language(right);
        if (!right) {
            faults.add("language " + found + " not " + wanted);
        }
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static Optional<JsonNode> first(JsonNode expected, List<String> properties) {
        return properties.stream()
                .map(expected::path)
                .filter(node -> !node.isMissingNode() && !node.isNull())
                .findFirst();
    }

    private static Stream<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    @Override
    public Map<String, Object> figures() {
        return new LinkedHashMap<>(scores.figures());
    }
}
