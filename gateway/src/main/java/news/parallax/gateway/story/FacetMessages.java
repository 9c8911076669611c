package news.parallax.gateway.story;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.parallax.catalog.v1.FacetCount;

/** Counts of facets on the wire. */
final class FacetMessages {
    private FacetMessages() {}

    static FacetCounts toCounts(List<FacetCount> counts) {
        return new FacetCounts(counts.stream()
                .collect(Collectors.toMap(FacetMessages::choice, FacetCount::getStoryCount, Integer::sum)));
    }

    private static String choice(FacetCount count) {
        String value = count.getValue().toLowerCase(Locale.ROOT);
        return switch (count.getFacet()) {
            case STORY_FACET_COUNTRY -> "country=" + count.getValue();
            case STORY_FACET_LANGUAGE -> "language=" + value;
            case STORY_FACET_SIDE -> "side=" + value;
            case STORY_FACET_KIND -> "kind=" + value;
            case STORY_FACET_ACCESS -> "access=" + value;
            case STORY_FACET_GAP -> "gap=true";
            case STORY_FACET_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }
}
