package news.parallax.catalog.transfer;

import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.feed.NewFeed;
import news.parallax.catalog.feed.OpmlReader;
import news.parallax.catalog.feed.OpmlReader.OpmlFeed;
import news.parallax.catalog.source.SourceResolver;

/** Reads files of every format. */
@Singleton
class FileReader {
    private final SourceResolver resolver;
    private final OutletNames outlets;

    FileReader(SourceResolver resolver, OutletNames outlets) {
        this.resolver = resolver;
        this.outlets = outlets;
    }

    ImportRows read(List<TransferFile> files) {
        var rows = new ImportRows();
        files.forEach(file -> read(file, rows));
        return rows;
    }

    private void read(TransferFile file, ImportRows rows) {
        switch (file.format()) {
            case AXES_CSV,
                    RATERS_CSV,
                    OWNERS_CSV,
                    SOURCES_CSV,
                    OWNERSHIP_CSV,
                    SOURCE_LINKS_CSV,
                    RATINGS_CSV,
                    FLAGS_CSV -> GenericTables.read(file, rows);
            case FEEDS_OPML -> rows.feeds.addAll(feeds(file));
            case MBFC_JSONL -> MbfcLines.read(file, rows);
            case ALLSIDES_CSV -> AllSidesTable.read(file, outlets, rows);
            case AD_FONTES_CSV -> AdFontesTable.read(file, outlets, rows);
        }
    }

    private List<Row<NewFeed>> feeds(TransferFile file) {
        try {
            return OpmlReader.read(file.name(), file.text(), resolver).feeds().stream()
                    .map(OpmlFeed::row)
                    .toList();
        } catch (CatalogException e) {
            return List.of(Row.refused(file.name(), 1, e));
        }
    }
}
