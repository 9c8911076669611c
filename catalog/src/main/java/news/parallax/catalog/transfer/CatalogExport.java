package news.parallax.catalog.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import news.parallax.catalog.feed.FeedRepository;
import news.parallax.catalog.rating.RaterRepository;
import news.parallax.catalog.rating.RatingAxisRepository;
import news.parallax.catalog.rating.RatingRepository;
import news.parallax.catalog.rating.SourceFlagRepository;
import news.parallax.catalog.source.OwnerRepository;
import news.parallax.catalog.source.SourceDomainEntity;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceField;
import news.parallax.catalog.source.SourceRepository;

/** Writes everything that an import takes, as of one moment, in an order that does not depend on how it came. */
@Singleton
class CatalogExport {
    private final SourceRepository sources;
    private final OwnerRepository owners;
    private final RaterRepository raters;
    private final RatingAxisRepository axes;
    private final RatingRepository ratings;
    private final SourceFlagRepository flags;
    private final FeedRepository feeds;

    CatalogExport(
            SourceRepository sources,
            OwnerRepository owners,
            RaterRepository raters,
            RatingAxisRepository axes,
            RatingRepository ratings,
            SourceFlagRepository flags,
            FeedRepository feeds) {
        this.sources = sources;
        this.owners = owners;
        this.raters = raters;
        this.axes = axes;
        this.ratings = ratings;
        this.flags = flags;
        this.feeds = feeds;
    }

    List<ExportedFile> write(Set<FileFormat> formats) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sources.readAsOfNow();
            return formats.stream()
                    .map(format -> new ExportedFile(format, text(format)))
                    .toList();
        });
    }

    private String text(FileFormat format) {
        return switch (format) {
            case AXES_CSV -> CsvText.of(format.columns(), axes());
            case RATERS_CSV -> CsvText.of(format.columns(), raters());
            case OWNERS_CSV -> CsvText.of(format.columns(), owners());
            case SOURCES_CSV -> CsvText.of(format.columns(), sources());
            case OWNERSHIP_CSV -> CsvText.of(format.columns(), ownership());
            case SOURCE_LINKS_CSV -> CsvText.of(format.columns(), links());
            case RATINGS_CSV -> CsvText.of(format.columns(), ratings());
            case FLAGS_CSV -> CsvText.of(format.columns(), flags());
            case FEEDS_OPML -> OpmlText.of(feeds.inUse(), sources.listAll(Sort.by("id")));
            case MBFC_JSONL, ALLSIDES_CSV, AD_FONTES_CSV -> throw new IllegalArgumentException(format.name());
        };
    }

    private Stream<List<String>> axes() {
        return axes.listAll(Sort.by("id")).stream().map(axis -> List.of(axis.id, axis.name, CsvText.list(axis.steps)));
    }

    private Stream<List<String>> raters() {
        return raters.listAll(Sort.by("id")).stream().map(rater -> List.of(rater.id, rater.name, rater.homeUrl));
    }

    private Stream<List<String>> owners() {
        return owners.listAll(Sort.by("id")).stream()
                .map(owner -> List.of(
                        owner.id,
                        owner.name,
                        owner.category == null ? "" : owner.category.name(),
                        owner.parentOwnerId == null ? "" : owner.parentOwnerId,
                        owner.country));
    }

    private Stream<List<String>> sources() {
        return sources.listAll(Sort.by("id")).stream().map(CatalogExport::row);
    }

    private static List<String> row(SourceEntity source) {
        return FileFormat.SOURCES_CSV.columns().stream()
                .map(column -> switch (column) {
                    case "id" -> source.id;
                    case "domains" ->
                        CsvText.list(source.domains.stream()
                                .map(SourceDomainEntity::written)
                                .toList());
                    default ->
                        SourceField.valueOf(column.toUpperCase(Locale.ROOT)).of(source);
                })
                .toList();
    }

    /** The order of a source's owners is kept by the order of the rows. */
    private Stream<List<String>> ownership() {
        return sources.listAll(Sort.by("id")).stream()
                .flatMap(source -> source.owners.stream()
                        .map(ownership -> List.of(
                                source.id,
                                ownership.owner().id,
                                CsvText.number(ownership.sharePercent()),
                                ownership.since())));
    }

    private Stream<List<String>> links() {
        return sources.listAll(Sort.by("id")).stream()
                .flatMap(source ->
                        source.sortedLinks().stream().map(link -> List.of(source.id, link.kind(), link.url())));
    }

    private Stream<List<String>> ratings() {
        return ratings.all().stream()
                .map(rating -> List.of(
                        rating.sourceId,
                        rating.rater.id,
                        rating.axis,
                        rating.value,
                        rating.nativeValue,
                        CsvText.number(rating.confidence),
                        Moments.write(rating.rateTime),
                        rating.url,
                        Moments.write(rating.endTime)));
    }

    private Stream<List<String>> flags() {
        return flags.all().stream()
                .map(flag -> List.of(
                        flag.sourceId,
                        flag.rater.id,
                        flag.flag,
                        Moments.write(flag.rateTime),
                        flag.url,
                        Moments.write(flag.endTime)));
    }
}
