package news.parallax.clusterer.text;

/**
 * Title and lead of an article in another language.
 *
 * @param language primary BCP-47 subtag in lower case
 * @param title may be empty
 * @param lead may be empty
 * @param engine what translated, named for readers
 */
public record Translation(String language, String title, String lead, String engine) {}
