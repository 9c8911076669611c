package news.parallax.catalog.transfer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file holds. */
enum FileFormat {
    AXES_CSV("axes.csv", "id,name,steps", ""),
    RATERS_CSV("raters.csv", "id,name", "home_url"),
    OWNERS_CSV("owners.csv", "id,name", "category,parent_owner_id,country"),
    SOURCES_CSV("sources.csv", "id", "name,country,language,place,kind,paywall,domains"),
    OWNERSHIP_CSV("ownership.csv", "source_id,owner_id", "share_percent,since"),
    SOURCE_LINKS_CSV("source_links.csv", "source_id,kind,url", ""),
    RATINGS_CSV("ratings.csv", "source_id,rater_id,axis,value", "native_value,confidence,rate_date,url,end_time"),
    FLAGS_CSV("flags.csv", "source_id,rater_id,flag", "rate_date,url,end_time"),
    FEEDS_OPML("feeds.opml", "", ""),
    MBFC_JSONL("", "", ""),
    ALLSIDES_CSV("", "", ""),
    AD_FONTES_CSV("", "", "");

    private final String fileName;
    private final List<String> needed;
    private final List<String> columns;

    /**
     * @param fileName what an export calls it; empty if it is only imported
     * @param needed columns of a table of ours that must be there
     * @param possible columns that may be there
     */
    FileFormat(String fileName, String needed, String possible) {
        this.fileName = fileName;
        this.needed = split(needed);
        this.columns =
                Stream.concat(split(needed).stream(), split(possible).stream()).toList();
    }

    String fileName() {
        return fileName;
    }

    boolean canBeExported() {
        return !fileName.isEmpty();
    }

    List<String> neededColumns() {
        return needed;
    }

    /** Returns all columns of a table of ours, in order. */
    List<String> columns() {
        return columns;
    }

    /** Returns what a file of that name holds, as far as the name says it; it may end with ".gz". */
    static Optional<FileFormat> ofFileName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return Arrays.stream(values())
                .filter(format -> format.canBeExported() && format.fileName.equals(plain))
                .findFirst()
                .or(() -> ofForeignName(plain));
    }

    private static Optional<FileFormat> ofForeignName(String name) {
        if (name.endsWith(".opml")) {
            return Optional.of(FEEDS_OPML);
        }
        if (name.endsWith(".jsonl")) {
            return Optional.of(MBFC_JSONL);
        }
        if (name.matches(".*all[-_]?sides.*\\.csv")) {
            return Optional.of(ALLSIDES_CSV);
        }
        return name.matches(".*ad[-_]?fontes.*\\.csv") ? Optional.of(AD_FONTES_CSV) : Optional.empty();
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }
}
