package news.parallax.catalog.source;

/**
 * A rater to import.
 *
 * @param name empty if nothing is said of it
 * @param homeUrl likewise
 */
public record NewRater(String id, String name, String homeUrl) {}
