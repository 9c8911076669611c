package news.parallax.gateway.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The whole system as processes, two copies of each service, on loopback addresses: copy i listens on 127.0.0.i and is found by
 * the others at 127.0.1.i, behind a {@link Link}; so is PostgreSQL by each catalog. Whatever happens, the processes end with
 * this one.
 */
final class Fleet implements AutoCloseable {
    private static final int SAMPLE_OFFSET = 4;
    private static final int METRICS_OFFSET = 5;

    private final Path folder;
    private final int portBase;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<Copy> copies = new ArrayList<>();
    private final List<Process> others = new ArrayList<>();
    private final Database database;

    private Fleet(Path folder, int portBase, Database database) {
        this.folder = folder;
        this.portBase = portBase;
        this.database = database;
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-fleet"));
    }

    /**
     * Starts all and returns when all are ready.
     *
     * @param folder empty, or not there yet; gets the database and the logs
     * @param clusterers how many copies there are of the clusterer
     * @param readers id → API key
     */
    static Fleet start(Path folder, int portBase, int clusterers, Map<String, String> readers)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("hosts"), hosts(clusterers));
        var fleet =
                new Fleet(folder, portBase, Database.start(folder.resolve("database"), folder.resolve("database.log")));
        try {
            fleet.define(clusterers, readers);
            fleet.startSample();
            for (Service service : List.of(Service.CATALOG, Service.CLUSTERER, Service.CRAWLER, Service.GATEWAY)) {
                fleet.startAll(service);
            }
            return fleet;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            fleet.close();
            throw e;
        }
    }

    private static String hosts(int clusterers) {
        var hosts = new StringBuilder("127.0.0.1 localhost\n127.0.1.1 catalog\n127.0.1.2 catalog\n");
        for (int number = 1; number <= clusterers; number++) {
            hosts.append("127.0.1.%d clusterer\n".formatted(number));
        }
        return hosts.toString();
    }

    /** The first catalog makes the tables, and is waited for. */
    private void startAll(Service service) throws InterruptedException {
        List<Copy> all = copies(service);
        if (service == Service.CATALOG) {
            all.getFirst().start();
            all.getFirst().awaitReady();
        }
        all.forEach(Copy::start);
        for (Copy copy : all) {
            copy.awaitReady();
        }
    }

    private void define(int clusterers, Map<String, String> readers) {
        for (int number = 1; number <= 2; number++) {
            link("database-" + number, number, database.address().getPort(), database.address());
            add(Service.CATALOG, number, catalogSettings(number));
            add(Service.CRAWLER, number, crawlerSettings());
            add(Service.GATEWAY, number, gatewaySettings(readers));
            if (number <= clusterers) {
                add(Service.CLUSTERER, number, clustererSettings(number));
            }
        }
    }

    private void add(Service service, int number, Map<String, String> settings) {
        Map<String, String> all = clientSettings();
        all.putAll(settings);
        var copy = new Copy(service, number, portBase, folder, all);
        copies.add(copy);
        if (service == Service.CATALOG || service == Service.CLUSTERER) {
            link(copy.name(), number, copy.port(), new InetSocketAddress(copy.host(), copy.port()));
        }
    }

    private Map<String, String> clientSettings() {
        Map<String, String> settings = new HashMap<>();
        for (Service service : List.of(Service.CATALOG, Service.CLUSTERER)) {
            String client = "QUARKUS_GRPC_CLIENTS_" + service.name();
            settings.put(client + "_HOST", service.key());
            settings.put(client + "_PORT", String.valueOf(service.port(portBase)));
        }
        return settings;
    }

    private void link(String name, int number, int port, InetSocketAddress target) {
        links.put(name, new Link(new InetSocketAddress("127.0.1." + number, port), target));
    }

    private Map<String, String> catalogSettings(int number) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                Database.jdbcUrl(link("database-" + number).address()),
                "QUARKUS_DATASOURCE_USERNAME",
                Database.USER,
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password(),
                "PARALLAX_CATALOG_FEEDS_REFRESH_MINIMUM",
                "5s",
                "PARALLAX_CATALOG_FEEDS_REFRESH_MAXIMUM",
                "15s");
    }

    private Map<String, String> clustererSettings(int number) {
        return Map.of(
                "PARALLAX_CLUSTERER_EMBEDDING", System.getProperty("parallax.faults.embedding", "none"),
                "PARALLAX_CLUSTERER_ADDRESS", "127.0.1.%d:%d".formatted(number, Service.CLUSTERER.port(portBase)));
    }

    private Map<String, String> crawlerSettings() {
        return Map.of(
                "PARALLAX_CRAWLER_OUTLETS", "sample",
                "PARALLAX_CRAWLER_ALLOW_PRIVATE_ADDRESSES", "true",
                "PARALLAX_CRAWLER_CONNECT_TO_EXAMPLE", "127.0.0.1:" + (portBase + SAMPLE_OFFSET),
                "PARALLAX_CRAWLER_HOST_INTERVAL", "500ms",
                "PARALLAX_CRAWLER_HOST_CLAIM", "10s",
                "PARALLAX_CRAWLER_LEASE_DURATION", "20s");
    }

    private Map<String, String> gatewaySettings(Map<String, String> readers) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(portBase + METRICS_OFFSET));
        readers.forEach((id, key) -> {
            String reader = "PARALLAX_GATEWAY_READERS_" + id.toUpperCase(Locale.ROOT);
            settings.put(reader + "_NAME", "Reader " + id);
            settings.put(reader + "_PLAN", "vantage");
            settings.put(reader + "_API_KEY", key);
        });
        for (String who : List.of("VISITOR", "FREE", "PRO", "PREMIUM", "VANTAGE")) {
            settings.put("PARALLAX_GATEWAY_LIMITS_" + who, "0"); // tests ask faster than people
        }
        return settings;
    }

    /**
     * Starts the crawler's replay of an archive; its output goes to {@code replay.log}.
     *
     * @param heapMegabytes of the process
     */
    Process replay(Path archive, int heapMegabytes) throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-Djdk.net.hosts.file=" + folder.resolve("hosts"),
                        "-jar",
                        Service.CRAWLER.app().resolve("quarkus-run.jar").toString(),
                        "replay",
                        archive.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("replay.log").toFile());
        builder.environment().putAll(clientSettings());
        Process process = builder.start();
        others.add(process);
        return process;
    }

    /** The web that is crawled; it does not fail. */
    private void startSample() throws IOException {
        others.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        Service.CRAWLER.classPath(),
                        "news.parallax.crawler.sample.SampleServer",
                        String.valueOf(portBase + SAMPLE_OFFSET))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sample.log").toFile())
                .start());
    }

    Database database() {
        return database;
    }

    List<Copy> copies() {
        return List.copyOf(copies);
    }

    List<Copy> copies(Service service) {
        return copies.stream().filter(copy -> copy.service() == service).toList();
    }

    Map<String, Link> links() {
        return links;
    }

    /** From the catalogs to PostgreSQL. */
    List<Link> databaseLinks() {
        return links.entrySet().stream()
                .filter(link -> link.getKey().startsWith("database-"))
                .map(Map.Entry::getValue)
                .toList();
    }

    Link link(String name) {
        return links.get(name);
    }

    List<String> gateways() {
        return copies(Service.GATEWAY).stream()
                .map(copy -> "http://%s:%d".formatted(copy.host(), copy.port()))
                .toList();
    }

    String sample() {
        return "http://127.0.0.1:" + (portBase + SAMPLE_OFFSET);
    }

    /** Where the clusterers are found, behind their links. */
    List<InetSocketAddress> clusterers() {
        return IntStream.rangeClosed(1, copies(Service.CLUSTERER).size())
                .mapToObj(number -> link(Service.CLUSTERER.key() + "-" + number).address())
                .toList();
    }

    /** Mends all networks and has every copy run again. */
    void heal() throws InterruptedException {
        links.values().forEach(Link::heal);
        database.resume();
        copies.stream().filter(Copy::isAlive).forEach(Copy::resume);
        copies.forEach(Copy::start);
        for (Copy copy : copies) {
            copy.awaitReady();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        end();
        for (Link link : links.values()) {
            link.close();
        }
        database.close();
    }

    private void end() {
        copies.stream().filter(Copy::isAlive).forEach(Copy::kill);
        others.forEach(Process::destroyForcibly);
        database.resume(); // it ends with its process' standard input, which ends with this process
    }
}
