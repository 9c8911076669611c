package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RaterEntity;
import news.parallax.catalog.rating.RaterRepository;

/** Finds the sources and raters that rows name. */
@Singleton
class RatedSources {
    private final SourceRepository sources;
    private final RaterRepository raters;

    RatedSources(SourceRepository sources, RaterRepository raters) {
        this.sources = sources;
        this.raters = raters;
    }

    Map<String, SourceEntity> byDomain(Collection<String> idsOrDomains) {
        return sources.byDomain(idsOrDomains);
    }

    /** Returns rows by their source, in order; those of no source are refused. */
    <T> Map<SourceEntity, List<ReadRow<T>>> bySource(
            List<ReadRow<T>> rows, Function<T, String> sourceId, ImportTally tally) {
        Map<String, SourceEntity> named =
                byDomain(rows.stream().map(row -> sourceId.apply(row.content())).toList());
        Map<SourceEntity, List<ReadRow<T>>> bySource = new LinkedHashMap<>();
        for (ReadRow<T> row : rows) {
            String id = sourceId.apply(row.content());
            SourceEntity source = named.get(id);
            if (source == null) {
                tally.refuse(row.row(), notFound(id));
            } else {
                bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(row);
            }
        }
        return bySource;
    }

    static List<String> ids(Map<String, SourceEntity> named) {
        return named.values().stream().map(source -> source.id).distinct().toList();
    }

    /** Returns the source of an id or domain; SOURCE_NOT_FOUND if there is none. */
    static SourceEntity require(Map<String, SourceEntity> named, String idOrDomain) {
        SourceEntity source = named.get(idOrDomain);
        if (source == null) {
            throw notFound(idOrDomain);
        }
        return source;
    }

    private static Invalid notFound(String idOrDomain) {
        return new Invalid(
                "SOURCE_NOT_FOUND", "There is no source %s".formatted(idOrDomain), Map.of("source_id", idOrDomain));
    }

    RaterEntity requireRater(String id) {
        RaterEntity rater = raters.findById(id);
        if (rater == null) {
            throw new Invalid("RATER_NOT_FOUND", "There is no rater %s".formatted(id), Map.of("rater_id", id));
        }
        return rater;
    }
}
