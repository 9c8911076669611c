package news.parallax.crawler.archive;

import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import news.parallax.crawler.archive.ArchiveRow.BadRowException;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawledArticle;
import news.parallax.crawler.page.ExtractedArticle;

/** Streams a JSONL archive, plain or gzipped, into the clusterer as fast as it takes it. */
@Singleton
public class JsonlReplay {

    private static final int LINE_LIMIT = 8 * 1024 * 1024;
    private static final int PROGRESS_ROWS = 500;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final ClustererClient clusterer;
    private final InstantSource clock;

    public JsonlReplay(ClustererClient clusterer, InstantSource clock) {
        this.clusterer = clusterer;
        this.clock = clock;
    }

    /**
     * Replays one file and returns when every row is answered. Bad rows are named on {@code log} with their line
     * number and do not stop the others.
     *
     * @throws IOException if the file cannot be read
     */
    public ReplayReport replay(Path file, PrintStream log) throws IOException, InterruptedException {
        ReplayTally tally = new ReplayTally(file, clock.instant());
        try (Reader reader = open(file)) {
            BoundedLines lines = new BoundedLines(reader, LINE_LIMIT);
            int number = 0;
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                number++;
                if (!line.get().isBlank()) {
                    replay(line.get(), number, tally, log);
                }
            }
        }
        tally.awaitAnswers();
        return tally.report(clock.instant());
    }

    private void replay(String line, int number, ReplayTally tally, PrintStream log) throws InterruptedException {
        tally.row();
        try {
            deliver(article(line), number, tally, log);
        } catch (BadRowException e) {
            tally.badRow();
            log.println("line " + number + ": bad row: " + e.getMessage());
        }
        if (tally.rows() % PROGRESS_ROWS == 0) {
            log.println(tally.progress(clock.instant()));
        }
    }

    private static ExtractedArticle article(String line) throws BadRowException {
        if (line.length() > LINE_LIMIT) {
            throw new BadRowException("longer than " + LINE_LIMIT + " characters");
        }
        return ArchiveRow.article(line);
    }

    private void deliver(ExtractedArticle article, int number, ReplayTally tally, PrintStream log)
            throws InterruptedException {
        var _ = clusterer
                .deliver(new CrawledArticle(article, clock.instant(), Optional.empty()))
                .whenComplete((outcome, error) -> tally.answer(outcome, error)
                        .ifPresent(complaint -> log.println("line " + number + ": " + complaint)));
    }

    private static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean zipped = ((bytes.read() << 8) | bytes.read()) == GZIP_MAGIC;
        bytes.reset();
        return new BufferedReader(
                new InputStreamReader(zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8),
                1 << 16);
    }
}
