package news.parallax.catalog.search;

import java.util.List;

/**
 * What is searched.
 *
 * @param language BCP-47, of the text
 */
record SearchQuery(SearchText text, String language, SearchFilter filter, SearchOrdering order) {
    /** Returns the same query for stories that also have one of these facets. */
    SearchQuery of(List<String> facets) {
        return new SearchQuery(text, language, filter.of(facets), order);
    }
}
