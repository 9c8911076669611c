package news.parallax.gateway.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.parallax.gateway.faults.Reader.Write;

/** What the system has to do meanwhile: articles come in, and readers read. */
final class Load implements AutoCloseable {
    private static final int READERS = 4;
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(300);
    private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(100);
    private static final Path OUTLETS = Path.of("../crawler/src/main/resources/sample/outlets.yaml");
    private static final Pattern DOMAIN = Pattern.compile("- domain: (\\S+)");

    private final Timeline timeline = new Timeline();
    private final Client.Tally tally = new Client.Tally();
    private final ArticleStream articles;
    private final List<Reader> readers;
    private final List<Thread> threads = new ArrayList<>();

    /** @param fleet that has the readers of {@link #readers()} */
    Load(Fleet fleet, long seed) throws IOException {
        List<String> outlets = outlets();
        articles = new ArticleStream(fleet.clusterers(), news(seed), BETWEEN_ARTICLES, timeline);
        readers = readers().entrySet().stream()
                .map(reader -> new Reader(
                        reader.getKey(),
                        reader.getValue(),
                        new Client(reader.getKey(), fleet.gateways(), timeline, tally),
                        outlets,
                        seed + reader.getKey().hashCode(),
                        BETWEEN_REQUESTS))
                .toList();
    }

    /** Returns who reads: id → API key. */
    static Map<String, String> readers() {
        Map<String, String> keys = new TreeMap<>();
        IntStream.rangeClosed(1, READERS)
                .forEach(number -> keys.put("ann" + number, "key-of-ann-under-faults-" + number));
        return keys;
    }

    /** Returns news of rated outlets. */
    static InventedNews news(long seed) throws IOException {
        return new InventedNews(seed, outlets());
    }

    /** The outlets of the sample edition, which are rated: they print invented news too. */
    private static List<String> outlets() throws IOException {
        return DOMAIN.matcher(Files.readString(OUTLETS))
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    /** Returns once articles are acknowledged and read, and what is slow the first time was done. */
    void start() throws InterruptedException {
        articles.start();
        while (timeline.acknowledgedCount() < 50) {
            Thread.sleep(50);
        }
        readers.forEach(reader -> threads.add(Thread.ofVirtual().start(reader)));
        while (tally.counts().answered() < 30 * READERS) {
            Thread.sleep(50);
        }
    }

    /** Returns when all readers have ended and all articles are acknowledged. */
    void finish(Duration limit) throws InterruptedException {
        readers.forEach(Reader::stop);
        for (Thread thread : threads) {
            thread.join();
        }
        articles.finish(limit);
    }

    Timeline timeline() {
        return timeline;
    }

    Client.Counts requests() {
        return tally.counts();
    }

    ArticleStream articles() {
        return articles;
    }

    /** To be asked when it is finished. */
    Set<Write> acknowledgedWrites() {
        Set<Write> all = new HashSet<>();
        readers.forEach(reader -> all.addAll(reader.acknowledged()));
        return all;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        articles.close();
    }
}
