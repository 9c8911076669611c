package news.parallax.catalog.search;

/**
 * What is searched.
 *
 * @param language BCP-47, of the text
 */
record SearchQuery(SearchText text, String language, SearchFilter filter, SearchOrdering order) {}
