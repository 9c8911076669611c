package news.parallax.gateway.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that deploy/METRICS.md documents, and those that a service exports. */
public final class MetricNames {
    public static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern SECTION = Pattern.compile("^## (\\w+)$");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(?<name>[a-z_]+)` \\| (?<type>\\w+).*?\\|.*?\\|.*?\\|(?<fifth>.*?)\\|.*");

    /** Of libraries. */
    private static final String OTHERS = "Others";

    private MetricNames() {}

    /** Metrics of a service by name, with their types: its own, and those of libraries that it has. */
    public static Map<String, String> documented(String service) {
        Map<String, String> names = new LinkedHashMap<>();
        String section = "";
        for (String line : lines()) {
            var heading = SECTION.matcher(line);
            var row = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()
                    && (section.equals(service) || section.equals(OTHERS) && has(service, row.group("fifth")))) {
                names.put(row.group("name"), row.group("type"));
            }
        }
        return names;
    }

    /** Names by which the documented metrics of all services can be asked for: those of a timer are several. */
    static Set<String> samples() {
        return Stream.of("crawler", "clusterer", "catalog", "gateway")
                .flatMap(service -> documented(service).entrySet().stream())
                .flatMap(metric -> samples(metric.getKey(), metric.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> samples(String name, String type) {
        return switch (type) {
            case "timer" -> Stream.of("_count", "_sum", "_max").map(name::concat);
            case "histogram" -> Stream.of("_count", "_sum", "_max", "_bucket").map(name::concat);
            default -> Stream.of(name);
        };
    }

    /** Names of what a text of Prometheus or OpenMetrics tells, as they are documented: the parts of a timer are one. */
    public static Set<String> exported(String text) {
        Set<String> families = text.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" "))
                .map(words ->
                        words[3].equals("counter") && !words[2].endsWith("_total") ? words[2] + "_total" : words[2])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> names = new TreeSet<>(families);
        names.removeIf(name -> name.endsWith("_max") && families.contains(name.substring(0, name.length() - 4)));
        return names;
    }

    private static boolean has(String service, String services) {
        return services.strip().equals("all") || services.contains(service);
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(DEPLOY.resolve("METRICS.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
