package news.parallax.catalog.transfer;

import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.feed.NewFeed;
import news.parallax.catalog.source.NewAxis;
import news.parallax.catalog.source.NewFlag;
import news.parallax.catalog.source.NewLink;
import news.parallax.catalog.source.NewOwner;
import news.parallax.catalog.source.NewOwnership;
import news.parallax.catalog.source.NewRater;
import news.parallax.catalog.source.NewRating;
import news.parallax.catalog.source.NewSource;
import news.parallax.catalog.source.Withdrawal;

/** The rows of all files of an import, by kind; filled by the readers of the formats. */
final class ImportRows {
    final List<Row<NewAxis>> axes = new ArrayList<>();
    final List<Row<NewRater>> raters = new ArrayList<>();
    final List<Row<NewOwner>> owners = new ArrayList<>();
    final List<Row<NewSource>> sources = new ArrayList<>();
    final List<Row<NewOwnership>> ownership = new ArrayList<>();
    final List<Row<NewLink>> links = new ArrayList<>();
    final List<Row<NewRating>> ratings = new ArrayList<>();
    final List<Row<NewFlag>> flags = new ArrayList<>();
    final List<Row<Withdrawal>> withdrawals = new ArrayList<>();
    final List<Row<NewFeed>> feeds = new ArrayList<>();
}
