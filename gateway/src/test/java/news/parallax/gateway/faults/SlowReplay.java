package news.parallax.gateway.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.parallax.article.v1.Article;

/** Streams an archive as fast as it is taken, while PostgreSQL is far away from the catalogs. */
final class SlowReplay {
    private static final int ROWS = 2_000;
    private static final int HEAP_MEGABYTES = 256;
    private static final Duration FAR = Duration.ofMillis(50);
    private static final int NARROW_BYTES = 100_000;
    private static final Duration EACH = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Fleet fleet;
    private final Connection database;

    SlowReplay(Fleet fleet, Connection database) {
        this.fleet = fleet;
        this.database = database;
    }

    /** Returns when the archive was replayed to its end. */
    FaultReport.BackPressure run(InventedNews news, Path archive)
            throws IOException, SQLException, InterruptedException {
        write(news, archive);
        fleet.databaseLinks().forEach(link -> link.delay(FAR));
        Process replay = fleet.replay(archive, HEAP_MEGABYTES);
        while (stored() == 0 && replay.isAlive()) {
            Thread.sleep(100);
        }
        long start = System.nanoTime();
        int before = stored();
        Thread.sleep(EACH);
        fleet.databaseLinks().forEach(link -> link.narrow(NARROW_BYTES));
        Thread.sleep(EACH);
        double slow = perSecond(stored() - before, start);
        List<Memory> memory = memory(replay);
        fleet.databaseLinks().forEach(Link::heal);
        long healed = System.nanoTime();
        int then = stored();
        if (!replay.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the replay does not end");
        }
        int stored = stored();
        return new FaultReport.BackPressure(ROWS, stored, slow, perSecond(stored - then, healed), memory);
    }

    private List<Memory> memory(Process replay) throws IOException {
        List<Memory> memory = new ArrayList<>();
        if (replay.isAlive()) {
            memory.add(Memory.of("replay", replay.pid(), HEAP_MEGABYTES));
        }
        for (Copy copy : fleet.copies(Service.CLUSTERER)) {
            memory.add(Memory.of(copy));
        }
        return memory;
    }

    private int stored() throws SQLException {
        return Integer.parseInt(
                Invariant.texts(database, "select count(*) from article where canonical_url like '%/replayed/%'")
                        .getFirst());
    }

    private static double perSecond(int count, long since) {
        return Math.round(count * 1e10 / (System.nanoTime() - since)) / 10.0;
    }

    private static void write(InventedNews news, Path archive) throws IOException {
        var json = new ObjectMapper();
        try (BufferedWriter file = Files.newBufferedWriter(archive)) {
            for (int number = 0; number < ROWS; number++) {
                Article article = news.alone(Instant.now(), number);
                file.write(json.writeValueAsString(Map.of(
                        "url", article.getCanonicalUrl(),
                        "title", article.getTitle(),
                        "text", article.getText(),
                        "publisher", article.getPublisher(),
                        "date", Instant.now().toString(),
                        "lang", "en")));
                file.write('\n');
            }
        }
    }
}
