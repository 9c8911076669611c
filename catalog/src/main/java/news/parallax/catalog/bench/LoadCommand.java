package news.parallax.catalog.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.database.EmbeddedPostgres;

/**
 * Fills a new data folder with invented news, for what measures a catalog from outside: {@code LoadCommand FOLDER STORIES}.
 * The catalog itself makes the tables and indexes what was loaded; it finds all of it when it is started on the folder.
 */
public final class LoadCommand {
    private static final String USAGE = "use: LoadCommand FOLDER STORIES, with 100 to 1,000,000 stories";

    private LoadCommand() {}

    /** Exits 0 when all is indexed, 1 if that fails, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.err));
    }

    static int run(List<String> arguments, PrintStream err) {
        try {
            if (arguments.size() != 2 || !arguments.get(1).matches("[1-9]\\d{2,6}")) {
                throw new IllegalArgumentException(USAGE);
            }
            load(Path.of(arguments.getFirst()), Math.min(1_000_000, Integer.parseInt(arguments.get(1))));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException | SQLException e) {
            err.println("cannot load: " + e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void load(Path folder, int stories) throws IOException, SQLException, InterruptedException {
        if (Files.exists(folder)) {
            throw new IOException("there is something at " + folder);
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        try (var postgres = EmbeddedPostgres.start(folder, Duration.ofMinutes(1));
                CatalogProcess _ = CatalogProcess.start(postgres, folder.resolveSibling("load.log"))) {
            var database = new DatabaseRepository(postgres);
            var tables = new LoadRepository(database);
            var press = new InventedPress(1, "loaded", Instant.now());
            tables.loadSources(press);
            tables.loadStories(press, press.sizes(stories, BenchOptions.articles(stories)));
            database.awaitIndex();
            database.tidy();
        }
    }
}
