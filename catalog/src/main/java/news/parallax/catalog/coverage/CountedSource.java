package news.parallax.catalog.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A source as a split counts it. Kept with the story and in its history, so that a past split can be explained by the
 * ratings of that day; the names in the row are short because a story with many sources has many of them.
 *
 * @param id of the source
 * @param bias null if unrated
 * @param factuality null if not known
 * @param country where it is, as ISO 3166-1 alpha-2 code; empty if not known
 * @param language in which it publishes, as BCP-47; empty if not known
 * @param owners categories of its owners; empty if not known
 * @param independent whether it has a report of its own in the story, not only copies
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CountedSource(
        @JsonProperty("s") String id,
        @JsonProperty("b") @Nullable BiasStep bias,
        @JsonProperty("f") @Nullable FactualityLevel factuality,
        @JsonProperty("c") String country,
        @JsonProperty("l") String language,
        @JsonProperty("o") SortedSet<OwnerCategory> owners,
        @JsonProperty("i") boolean independent) {
    public CountedSource {
        // not known of splits from before they were counted
        country = country == null ? "" : country;
        language = language == null ? "" : language;
        owners = owners == null
                ? Collections.emptySortedSet()
                : Collections.unmodifiableSortedSet(new TreeSet<>(owners));
    }

    /** Returns the same source with another bias. */
    public CountedSource rated(BiasStep other) {
        return new CountedSource(id, other, factuality, country, language, owners, independent);
    }

    public CoverageSide side() {
        return bias == null ? CoverageSide.UNRATED : bias.side();
    }
}
