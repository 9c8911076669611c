package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.batch.FileText;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.Refusal;
import news.parallax.catalog.batch.ImportTally.Taken;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.feed.OpmlReader.Document;
import news.parallax.catalog.feed.OpmlReader.OpmlFeed;
import news.parallax.catalog.source.SourceResolver;
import org.jboss.logging.Logger;

/** Takes the feeds of one OPML document in one transaction, and tells of each what became of it. */
@Singleton
class OpmlImport {
    private static final Logger LOG = Logger.getLogger(OpmlImport.class);
    private static final String FILE = "opml";

    private final WriterTurn turn;
    private final FeedImport feeds;
    private final SourceResolver resolver;
    private final CatalogConfig.Feeds config;

    OpmlImport(WriterTurn turn, FeedImport feeds, SourceResolver resolver, CatalogConfig config) {
        this.turn = turn;
        this.feeds = feeds;
        this.resolver = resolver;
        this.config = config.feeds();
    }

    /**
     * What became of a document.
     *
     * @param addedSourceIds of the sources that its feeds brought, by id
     */
    record Outcome(ImportTally tally, List<RowReport> rows, Set<String> addedSourceIds) {}

    /**
     * What became of one row: either an outcome or a refusal.
     *
     * @param sourceId the source that it names; empty if it is refused before that is known
     */
    record RowReport(
            int line, String url, String sourceId, Optional<RowOutcome> outcome, Optional<CatalogException> refusal) {}

    /** @param dryRun whether nothing of it is to stay */
    Outcome run(byte[] opml, boolean dryRun) {
        checkSize(opml.length);
        Document document = OpmlReader.read(FILE, FileText.of(FILE, opml), resolver);
        ImportTally.checkSize("opml", document.feeds().size(), config.opmlRowsMax());
        Supplier<Outcome> work = () -> take(document);
        Outcome outcome = dryRun ? turn.rehearse(work) : turn.take(work);
        LOG.infof(
                "opml imported rows=%d refused=%d sources_added=%d dry_run=%b",
                outcome.rows().size(),
                outcome.tally().refusals().size(),
                outcome.addedSourceIds().size(),
                dryRun);
        return outcome;
    }

    private Outcome take(Document document) {
        Map<OpmlFeed, String> sourceIds = new HashMap<>();
        Map<OpmlFeed, Row<NewFeed>> rows = new LinkedHashMap<>();
        document.feeds().forEach(feed -> rows.put(feed, noting(feed, sourceIds)));
        var tally = new ImportTally();
        feeds.takeFeeds(List.copyOf(rows.values()), tally);
        Map<Row<?>, RowOutcome> taken = tally.taken().stream().collect(Collectors.toMap(Taken::row, Taken::outcome));
        Map<Row<?>, CatalogException> refused =
                tally.refusals().stream().collect(Collectors.toMap(Refusal::row, Refusal::reason));
        List<RowReport> reports = new ArrayList<>();
        rows.forEach((feed, row) -> reports.add(new RowReport(
                row.number(),
                feed.url(),
                sourceIds.getOrDefault(feed, ""),
                Optional.ofNullable(taken.get(row)),
                Optional.ofNullable(refused.get(row)))));
        return new Outcome(tally, reports, document.addedSourceIds());
    }

    /** Returns the row, which takes note of its source when it is read. */
    private static Row<NewFeed> noting(OpmlFeed feed, Map<OpmlFeed, String> sourceIds) {
        Row<NewFeed> row = feed.row();
        return new Row<>(row.file(), row.number(), () -> {
            NewFeed content = row.content().get();
            sourceIds.put(feed, content.sourceId());
            return content;
        });
    }

    private void checkSize(long bytes) {
        long limit = config.opmlLimit().asLongValue();
        if (bytes > limit) {
            throw new Invalid(
                    "OPML_TOO_LARGE",
                    "The document has %d bytes, more than %d".formatted(bytes, limit),
                    Map.of("bytes", String.valueOf(bytes), "limit", String.valueOf(limit)));
        }
    }
}
