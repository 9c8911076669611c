package news.parallax.crawler.archive;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.archive.ArchiveRecord.Content;
import news.parallax.crawler.archive.ArchiveRecord.Position;
import news.parallax.crawler.archive.ReplayTally.Row;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawledArticle;
import news.parallax.crawler.page.ArticleExtractor;

/**
 * Streams archives into the clusterer as fast as it takes them: WARC, and JSONL. Notes up to where all is answered, and goes
 * on there; what was sent and not noted is sent again, which is harmless.
 */
@Singleton
public class ArchiveReplay {

    /** How long a stopped replay waits for answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(1);

    private final ClustererClient clusterer;
    private final ArticleExtractor extractor;
    private final CrawlerConfig config;
    private final InstantSource clock;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;

    public ArchiveReplay(
            ClustererClient clusterer, ArticleExtractor extractor, CrawlerConfig config, InstantSource clock) {
        this.clusterer = clusterer;
        this.extractor = extractor;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Replays one file and returns when every row is answered, or when it is stopped. Bad rows are named on {@code log} and
     * do not stop the others.
     *
     * @param restart from the start, even if an earlier run was stopped in the middle
     * @throws IOException if the file cannot be read
     */
    public ReplayReport replay(Path file, boolean restart, PrintStream log) throws IOException, InterruptedException {
        running.lock();
        try {
            Checkpoint checkpoint = new Checkpoint(config.replayCheckpoints().map(Path::of), file);
            Position from = restart ? Position.START : checkpoint.read();
            ReplayTally tally = new ReplayTally(file, clock.instant(), from);
            try (ArchiveReader archive = open(file, from)) {
                ProgressBar bar = new ProgressBar(
                        log,
                        String.valueOf(file.getFileName()),
                        Files.size(file),
                        archive.bytesRead(),
                        config.replayBar(),
                        clock.instant());
                if (from.records() > 0) {
                    bar.say("%s: going on after row %d".formatted(file.getFileName(), from.records()));
                }
                boolean atEnd = sendAll(archive, checkpoint, tally, bar);
                boolean complete = tally.awaitAnswers(stopping ? PATIENCE : FOREVER) && atEnd;
                close(checkpoint, tally, complete);
                bar.end(tally.progress(clock.instant()), archive.bytesRead());
                return tally.report(clock.instant(), complete);
            }
        } finally {
            running.unlock();
        }
    }

    private ArchiveReader open(Path file, Position from) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.matches(".*\\.warc(\\.gz)?")
                ? new WarcArchive(file, from, new WarcPage(extractor, config))
                : new JsonlArchive(file, from);
    }

    /** Sends rows up to the archive's end; false if it was stopped before. */
    private boolean sendAll(ArchiveReader archive, Checkpoint checkpoint, ReplayTally tally, ProgressBar bar)
            throws IOException, InterruptedException {
        Instant lastCheckpoint = clock.instant();
        for (Optional<ArchiveRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
            send(next.get(), tally, bar);
            Instant now = clock.instant();
            if (Duration.between(lastCheckpoint, now).compareTo(BETWEEN_CHECKPOINTS) >= 0) {
                checkpoint.write(tally.answered());
                lastCheckpoint = now;
            }
            bar.show(tally.progress(now), archive.bytesRead(), now);
            if (stopping) {
                return false;
            }
        }
        return true;
    }

    private void send(ArchiveRecord record, ReplayTally tally, ProgressBar bar) throws InterruptedException {
        switch (record.content()) {
            case Content.Article article -> deliver(article, record, tally, bar);
            case Content.Skipped(var kind) -> tally.skipped(kind, record.behind());
            case Content.Bad(var why) -> {
                tally.badRow(record.behind());
                bar.say(record.place() + ": bad row: " + why);
            }
        }
    }

    private void deliver(Content.Article content, ArchiveRecord record, ReplayTally tally, ProgressBar bar)
            throws InterruptedException {
        Row row = tally.sent(record.behind());
        Instant discovered = content.discoverTime().orElseGet(clock::instant);
        var _ = clusterer
                .deliver(new CrawledArticle(content.article(), discovered, Optional.empty()))
                .whenComplete((outcome, error) -> tally.answer(row, outcome, error)
                        .ifPresent(complaint -> bar.say(record.place() + ": " + complaint)));
    }

    /** A complete archive is forgotten: who replays it again wants it from its start. */
    private static void close(Checkpoint checkpoint, ReplayTally tally, boolean complete) throws IOException {
        if (complete) {
            checkpoint.delete();
        } else {
            checkpoint.write(tally.answered());
        }
    }

    /** Whether the process was asked to end. */
    public boolean isStopping() {
        return stopping;
    }

    /** Lets the replay that runs come to its end before the connections go. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (running.tryLock(PATIENCE.multipliedBy(2).toSeconds(), TimeUnit.SECONDS)) {
            running.unlock();
        }
    }
}
