package news.parallax.gateway.reader;

import news.parallax.gateway.rating.BiasLabel;

/**
 * How much a reader read of an outlet.
 *
 * @param id the outlet
 * @param name its name
 * @param bias how it counts for this reader
 * @param articleCount articles read
 */
public record ReadSourceView(String id, String name, BiasLabel bias, int articleCount) {}
