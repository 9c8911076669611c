package news.parallax.catalog.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import news.parallax.catalog.bench.CatalogClient.Draft;
import news.parallax.catalog.bench.PlanLog.Plans;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.database.EmbeddedPostgres;

/**
 * Measures a catalog with a year of invented news: {@code CatalogBench [--articles N] [--requests N]}. Prints one JSON
 * object. Starts the embedded PostgreSQL on a temporary folder and the packaged catalog on it, records articles by calls, loads
 * the rest into the tables, waits until all is indexed, and then calls one query after another. Ends both and removes the
 * folder. The plans are those of the measured statements: the server logs them in a round of its own.
 */
public final class CatalogBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRITERS = 4;
    private static final int BATCH = 100;
    private static final int LARGE_TABLE_ROWS = 10_000;
    private static final int PLANNED_REQUESTS = 30;
    private static final String EVERYBODY = "";
    private static final int MUTED_SOURCES = 100;
    private static final int OVERRIDDEN_SOURCES = 20;

    private final BenchOptions options;
    private final EmbeddedPostgres postgres;
    private final DatabaseRepository database;
    private final LoadRepository tables;
    private final Path folder;
    private final Instant now = Instant.now();
    private final ObjectNode report = JSON.createObjectNode();

    private CatalogBench(BenchOptions options, EmbeddedPostgres postgres, Path folder) {
        this.options = options;
        this.postgres = postgres;
        this.database = new DatabaseRepository(postgres);
        this.tables = new LoadRepository(database);
        this.folder = folder;
    }

    /** Exits 0 after measuring, 1 if that fails, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            BenchOptions options = BenchOptions.parse(List.of(arguments));
            Path folder = Files.createTempDirectory("parallax-bench");
            try (var postgres = EmbeddedPostgres.start(folder.resolve("catalog"), Duration.ofMinutes(1))) {
                out.println(new CatalogBench(options, postgres, folder).measure());
            } finally {
                remove(folder);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException | SQLException | ExecutionException e) {
            err.println("cannot measure: " + e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private ObjectNode measure() throws IOException, SQLException, InterruptedException, ExecutionException {
        report.put("bench", "catalog");
        report.put("articles", options.articles());
        report.put("stories", BenchOptions.stories(options.articles()));
        var press = new InventedPress(1, "loaded", now);
        List<String> ids;
        try (CatalogProcess catalog = start()) {
            tables.loadSources(press);
            measureRecording(catalog.client());
            int loaded = options.articles() - 2 * options.recorded();
            ids = tables.loadStories(press, press.sizes(BenchOptions.stories(loaded), loaded));
            measureIndexing();
            database.tidy();
            measureQueries(queries(press, ids, catalog.client()));
        }
        measureDisk();
        database.logPlans();
        try (CatalogProcess catalog = start()) {
            checkPlans(queries(press, ids, catalog.client()));
        }
        return report;
    }

    private CatalogProcess start() throws IOException, InterruptedException {
        return CatalogProcess.start(postgres, folder.resolve("catalog.log"));
    }

    /** A catalog runs for weeks: the first articles are for the JVM to compile what it runs, and are not measured. */
    private void measureRecording(CatalogClient client) throws InterruptedException, ExecutionException {
        record(client, "first", 10);
        double seconds = record(client, "writer", 20);
        report.put("writers", WRITERS);
        report.put("recorded_articles", recordedByEach() * WRITERS);
        report.put("articles_recorded_per_second", Math.round(recordedByEach() * WRITERS / seconds));
    }

    private int recordedByEach() {
        return options.recorded() / WRITERS;
    }

    /** Each writer sends its next batch when the last one is stored; returns how many seconds that took. */
    private double record(CatalogClient client, String name, long seed)
            throws InterruptedException, ExecutionException {
        List<List<Runnable>> shares = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            shares.add(batches(new InventedPress(seed + writer, name + writer, now), recordedByEach(), client));
        }
        long start = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            shares.forEach(share -> writers.add(executor.submit(() -> share.forEach(Runnable::run))));
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Articles in order of time, as they come in: those of one story are spread over batches. */
    private static List<Runnable> batches(InventedPress press, int articles, CatalogClient client) {
        int[] sizes = press.sizes(BenchOptions.stories(articles), articles);
        List<Draft> drafts = new ArrayList<>();
        for (int number = 0; number < sizes.length; number++) {
            InventedStory story = press.story(number, sizes[number]);
            story.articles().forEach(article -> drafts.add(new Draft(story.id(), article, press.vector())));
        }
        drafts.sort(Comparator.comparing(draft -> draft.article().time()));
        return drafts.stream()
                .gather(Gatherers.windowFixed(BATCH))
                .map(client::recording)
                .toList();
    }

    private void measureIndexing() throws SQLException, InterruptedException {
        long start = System.nanoTime();
        database.awaitIndex();
        report.put(
                "stories_indexed_per_second",
                Math.round(BenchOptions.stories(options.articles()) * 1e9 / (System.nanoTime() - start)));
    }

    /** What readers do, each time with other stories, words and filters; the same in each run. */
    private Map<String, Runnable> queries(InventedPress press, List<String> ids, CatalogClient client) {
        var random = new Random(3);
        Map<String, Runnable> queries = new LinkedHashMap<>();
        queries.put("front_page", () -> client.frontPage(EVERYBODY));
        queries.put("story_page", () -> client.storyPage(pick(ids, random)));
        queries.put(
                "search",
                () -> client.search(
                        EVERYBODY,
                        press.news().searchWord(),
                        pick(InventedPress.LANGUAGES, random),
                        pick(InventedPress.COUNTRIES, random)));
        queries.put("coverage_then", () -> client.coverage(pick(ids, random), now));
        queries.put("gap_list", () -> client.gaps(EVERYBODY));
        String reader = reader(press, client);
        queries.put("front_page_of_reader", () -> client.frontPage(reader));
        queries.put(
                "search_of_reader",
                () -> client.search(
                        reader,
                        press.news().searchWord(),
                        pick(InventedPress.LANGUAGES, random),
                        pick(InventedPress.COUNTRIES, random)));
        queries.put("gap_list_of_reader", () -> client.gaps(reader));
        return queries;
    }

    /** Who muted the outlets that write most, and rates the next otherwise. */
    private static String reader(InventedPress press, CatalogClient client) {
        List<String> outlets = press.sources().stream()
                .map(CountedSource::id)
                .limit(MUTED_SOURCES + OVERRIDDEN_SOURCES)
                .toList();
        return client.addReader(outlets.subList(0, MUTED_SOURCES), outlets.subList(MUTED_SOURCES, outlets.size()));
    }

    private void measureQueries(Map<String, Runnable> queries) {
        ObjectNode rows = report.putObject("queries");
        queries.forEach((name, query) -> {
            time(query, options.requests() / 4);
            Samples samples = time(query, options.requests());
            rows.putObject(name)
                    .put("p50_ms", samples.percentileMillis(50))
                    .put("p99_ms", samples.percentileMillis(99));
            System.err.printf("measured %s%n", name);
        });
    }

    private static Samples time(Runnable query, int requests) {
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            query.run();
            nanos[i] = System.nanoTime() - start;
        }
        return new Samples(nanos);
    }

    private void measureDisk() throws SQLException {
        long articles = database.articles();
        ObjectNode rows = report.putObject("disk_bytes_per_article");
        database.bytes().forEach((table, bytes) -> rows.put(table, bytes / articles));
    }

    private void checkPlans(Map<String, Runnable> queries) throws SQLException, IOException {
        List<String> large = database.tablesOf(LARGE_TABLE_ROWS);
        var log = new PlanLog(folder.resolve("catalog/postgres.log"));
        log.next(large);
        ObjectNode rows = report.putObject("plans");
        rows.put("large_table_rows", LARGE_TABLE_ROWS);
        for (var query : queries.entrySet()) {
            time(query.getValue(), PLANNED_REQUESTS);
            Plans plans = log.next(large);
            ObjectNode row = rows.putObject(query.getKey()).put("statements", plans.statements());
            plans.scanned().forEach(row.putArray("sequential_scans_of_large_tables")::add);
        }
    }

    private static <T> T pick(List<T> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
