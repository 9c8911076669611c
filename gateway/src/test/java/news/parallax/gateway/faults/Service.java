package news.parallax.gateway.faults;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there are copies of. Ports are counted from one base, as `./dev` counts them. */
enum Service {
    GATEWAY(0, 256),
    CATALOG(1, 512),
    CLUSTERER(2, 768),
    CRAWLER(3, 256);

    private final int portOffset;
    private final int heapMegabytes;

    Service(int portOffset, int heapMegabytes) {
        this.portOffset = portOffset;
        this.heapMegabytes = heapMegabytes;
    }

    int port(int base) {
        return base + portOffset;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Folder of the packaged service. */
    Path app() {
        return Path.of("../" + key() + "/target/quarkus-app").toAbsolutePath().normalize();
    }

    /** All of its package, for main classes that run without Quarkus' own start. */
    String classPath() {
        return Stream.of("quarkus", "lib/main", "lib/boot", "app")
                .map(part -> app().resolve(part) + "/*")
                .collect(Collectors.joining(File.pathSeparator));
    }
}
