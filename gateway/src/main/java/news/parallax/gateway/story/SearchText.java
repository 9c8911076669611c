package news.parallax.gateway.story;

/**
 * Words to find stories by.
 *
 * @param words as typed: words, "phrases", -not, begin*, OR; empty for none
 * @param language BCP-47 language that they are in; empty means the catalog's setting
 */
public record SearchText(String words, String language) {
    /** No words. */
    public static final SearchText NONE = new SearchText("", "");
}
