package news.parallax.gateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No library that a service ships has a known fault. What is known comes from a folder that PARALLAX_ADVISORIES names: an
 * export of osv.dev for Maven, unpacked. Without one, nothing is checked.
 */
class AdvisoriesIT {
    private static final Path INVENTED = Path.of("src/test/resources/advisories");

    /** @param version a snapshot of ours is no library */
    private record Library(String name, String version) {
        /** @param line {@code group:artifact:classifier:type:version} */
        static Library of(String line) {
            String[] parts = line.split(":");
            assertThat(parts).as(line).hasSize(5);
            return new Library(parts[0] + ":" + parts[1], parts[4]);
        }
    }

    private static List<Library> librariesOf(String service) throws IOException {
        return Files.readAllLines(Path.of("..", service, "target/quarkus-app/quarkus-app-dependencies.txt")).stream()
                .filter(line -> !line.startsWith("news.parallax:"))
                .map(Library::of)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "clusterer", "crawler", "gateway"})
    void everyJarOfAServiceIsOneOfTheLibrariesThatAreChecked(String service) throws IOException {
        List<String> expected = librariesOf(service).stream()
                .map(library -> library.name().replace(':', '.') + "-" + library.version())
                .toList();
        try (var jars = Files.walk(Path.of("..", service, "target/quarkus-app/lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()).filter(name -> name.endsWith(".jar")))
                    .isNotEmpty()
                    .allMatch(jar -> jar.startsWith("news.parallax.")
                            || expected.stream().anyMatch(jar::startsWith));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.1, true",
        "1.4.2, false",
        "1.4.2-rc1, true",
        "1.10, false",
        "0.1, true",
        "2.0.0, true",
        "2.3.0, true",
        "2.3.0-SNAPSHOT, true",
        "2.3.1, false",
        "3.0.0.Beta1, true",
        "3.0.0, false"
    })
    void anAdvisoryConcernsTheVersionsThatItNames(String version, boolean concerned) throws IOException {
        assertThat(Advisories.in(INVENTED).against("example.invented:leaky", version))
                .isEqualTo(concerned ? List.of("TEST-2026-0001") : List.of());
        assertThat(Advisories.in(INVENTED).against("example.invented:tight", version))
                .isEmpty();
    }

    @Test
    void nothingThatIsShippedHasAKnownFault() throws IOException {
        Optional<String> folder = Optional.ofNullable(System.getenv("PARALLAX_ADVISORIES"));
        if (folder.isEmpty()) {
            System.out.println("skipped: no data on known faults of libraries (PARALLAX_ADVISORIES)");
        }
        Assumptions.assumeTrue(folder.isPresent(), "skipped: no data");
        Advisories advisories = Advisories.in(Path.of(folder.get()));
        assertThat(advisories.isEmpty()).isFalse();
        List<String> found = new ArrayList<>();
        for (String service : Overlay.SERVICES) {
            for (Library library : librariesOf(service)) {
                advisories
                        .against(library.name(), library.version())
                        .forEach(id -> found.add(service + ": " + library.name() + " " + library.version() + " " + id));
            }
        }
        assertThat(found).isEmpty();
    }
}
