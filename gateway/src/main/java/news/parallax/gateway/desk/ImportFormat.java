package news.parallax.gateway.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the catalog's importers read. The names are those of the wire. */
enum ImportFormat {
    SOURCES_CSV,
    OWNERS_CSV,
    OWNERSHIP_CSV,
    SOURCE_LINKS_CSV,
    RATERS_CSV,
    RATINGS_CSV,
    FLAGS_CSV,
    AXES_CSV,
    FEEDS_OPML,
    MBFC_JSONL,
    ALLSIDES_CSV,
    AD_FONTES_CSV;

    /** By their names in forms. */
    static final Map<String, ImportFormat> BY_KEY = Arrays.stream(values())
            .collect(Collectors.toMap(ImportFormat::key, format -> format, (one, other) -> one, TreeMap::new));

    /** Name in forms. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
