package news.parallax.gateway.edition;

/**
 * One edition.
 *
 * @param code ISO 3166-1 alpha-2 code of a country, or BCP-47 tag of a language without region
 * @param name its name in English
 * @param sourceCount outlets of it
 */
public record EditionView(String code, String name, int sourceCount) {}
