package news.parallax.crawler.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Scores files of test suites: prints one JSON object a file on standard output, everything else on standard error. With
 * {@code --failures} the rows that failed are named there.
 */
public final class EvalCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Supplier<Suite>> SUITES = new TreeMap<>(Map.ofEntries( //
            Map.entry("charset", CharsetEval::new),
            Map.entry("dates", DateEval::new),
            Map.entry("feeds", FeedEval::new),
            Map.entry("langid", LanguageEval::new),
            Map.entry("pages", PageEval::new),
            Map.entry("robots", RobotsEval::new),
            Map.entry("sanitize", SanitizeEval::new),
            Map.entry("sitemaps", SitemapEval::new),
            Map.entry("ssrf", SsrfEval::new),
            Map.entry("urls", UrlEval::new)));

    private final String name;
    private final Supplier<Suite> suites;
    private final boolean tellsFailures;

    private EvalCommand(String name, Supplier<Suite> suites, boolean tellsFailures) {
        this.name = name;
        this.suites = suites;
        this.tellsFailures = tellsFailures;
    }

    /** Ends the process: with 1 if a file could not be read, with 2 if the suite is unknown or no file is named. */
    public static void main(String[] arguments) {
        List<String> files = Stream.of(arguments)
                .skip(1)
                .filter(argument -> !argument.equals("--failures"))
                .toList();
        String name = arguments.length == 0 ? "" : arguments[0];
        Supplier<Suite> suites = SUITES.get(name);
        if (suites == null || files.isEmpty()) {
            System.err.println("name a suite of " + SUITES.keySet() + " and a FILE or more (JSONL, plain or .gz)");
            System.exit(2);
            return;
        }
        var command = new EvalCommand(name, suites, List.of(arguments).contains("--failures"));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean allRead = true;
        for (String file : files) {
            allRead &= command.score(Path.of(file), out);
        }
        System.exit(allRead ? 0 : 1);
    }

    private boolean score(Path file, PrintStream out) {
        try {
            out.println(JSON.writeValueAsString(score(file)));
            return true;
        } catch (IOException e) {
            System.err.printf("%s cannot be read: %s%n", file, e);
            return false;
        }
    }

    private Map<String, Object> score(Path file) throws IOException {
        Suite suite = suites.get();
        int rows = 0;
        int passed = 0;
        int skipped = 0;
        int line = 0;
        Path folder = file.toAbsolutePath().resolveSibling("");
        try (BufferedReader lines = open(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (text.isBlank()) {
                    continue;
                }
                var row = new EvalRow(JSON.readTree(text), folder, line);
                switch (verdict(suite, row)) {
                    case Verdict.Passed _ -> passed++;
                    case Verdict.Failed(var why) -> tellFailure(row, why);
                    case Verdict.Skipped _ -> skipped++;
                }
                rows++;
            }
        } catch (JsonProcessingException e) {
            throw new IOException("line " + line + " is no JSON: " + e.getOriginalMessage(), e);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("suite", name);
        json.put("file", file.getFileName().toString());
        json.put("n", rows - skipped);
        json.put("pass", passed);
        json.put("skipped", skipped);
        json.putAll(suite.figures());
        return json;
    }

    private static Verdict verdict(Suite suite, EvalRow row) throws IOException {
        try {
            return suite.judge(row);
        } catch (RuntimeException | StackOverflowError e) { // what production code must never do is what is looked for
            return new Verdict.Failed("threw " + e);
        }
    }

    private void tellFailure(EvalRow row, String why) {
        if (tellsFailures) {
            System.err.println(row.id() + ": " + why);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    /** A share as it is printed; 0 of nothing. */
    static double share(double part, double whole) {
        return whole == 0 ? 0 : Math.round(10_000 * part / whole) / 10_000.0;
    }
}
