package news.parallax.gateway.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** Known faults of libraries, from a folder of files in the OSV format (ossf.github.io/osv-schema); of those only Maven's. */
final class Advisories {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By group and artifact, as {@code org.jsoup:jsoup}. */
    private final Map<String, List<Concern>> concerns = new HashMap<>();

    private record Concern(String advisory, JsonNode affected) {}

    private Advisories() {}

    static Advisories in(Path folder) throws IOException {
        var advisories = new Advisories();
        try (var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                advisories.add(JSON.readTree(file.toFile()));
            }
        }
        return advisories;
    }

    private void add(JsonNode advisory) {
        if (advisory.has("withdrawn")) {
            return;
        }
        for (JsonNode affected : advisory.path("affected")) {
            JsonNode library = affected.path("package");
            if (library.path("ecosystem").asText().equals("Maven")) {
                concerns.computeIfAbsent(library.path("name").asText(), _ -> new ArrayList<>())
                        .add(new Concern(advisory.path("id").asText(), affected));
            }
        }
    }

    boolean isEmpty() {
        return concerns.isEmpty();
    }

    /** The advisories that a version of a library has against it. */
    List<String> against(String library, String version) {
        return concerns.getOrDefault(library, List.of()).stream()
                .filter(concern -> concerns(concern.affected(), new ComparableVersion(version)))
                .map(Concern::advisory)
                .distinct()
                .toList();
    }

    private static boolean concerns(JsonNode affected, ComparableVersion version) {
        return Overlay.texts(affected.path("versions")).stream()
                        .anyMatch(named -> new ComparableVersion(named).equals(version))
                || Overlay.stream(affected.path("ranges"))
                        .filter(range -> range.path("type").asText().equals("ECOSYSTEM"))
                        .anyMatch(range -> isWithin(range, version));
    }

    /** As the format's own evaluation has it: the last event before the version decides. */
    private static boolean isWithin(JsonNode range, ComparableVersion version) {
        List<Event> events = Overlay.stream(range.path("events"))
                .flatMap(event -> event.properties().stream())
                .map(entry -> new Event(entry.getKey(), entry.getValue().asText()))
                .sorted(Comparator.comparing(Event::version))
                .toList();
        boolean within = false;
        for (Event event : events) {
            int passed = version.compareTo(event.version());
            switch (event.kind()) {
                case "introduced" -> within |= passed >= 0;
                case "fixed" -> within &= passed < 0;
                case "last_affected" -> within &= passed <= 0;
                default -> {} // "limit" is of other ecosystems
            }
        }
        return within;
    }

    private record Event(String kind, ComparableVersion version) {
        Event(String kind, String version) {
            this(kind, new ComparableVersion(version));
        }
    }
}
