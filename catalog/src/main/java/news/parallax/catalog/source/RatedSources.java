package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    static List<String> ids(Map<String, SourceEntity> named) {
        return named.values().stream().map(source -> source.id).distinct().toList();
    }

    /** Returns the source of an id or domain; SOURCE_NOT_FOUND if there is none. */
    static SourceEntity require(Map<String, SourceEntity> named, String idOrDomain) {
        SourceEntity source = named.get(idOrDomain);
        if (source == null) {
            throw new Invalid(
                    "SOURCE_NOT_FOUND", "There is no source %s".formatted(idOrDomain), Map.of("source_id", idOrDomain));
        }
        return source;
    }

    RaterEntity requireRater(String id) {
        RaterEntity rater = raters.findById(id);
        if (rater == null) {
            throw new Invalid("RATER_NOT_FOUND", "There is no rater %s".formatted(id), Map.of("rater_id", id));
        }
        return rater;
    }
}
