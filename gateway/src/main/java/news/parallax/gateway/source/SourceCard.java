package news.parallax.gateway.source;

/**
 * An outlet in the list of outlets.
 *
 * @param source what the reader may see of it
 */
record SourceCard(RatedSourceView source) {}
