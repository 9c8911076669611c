package news.parallax.gateway.page;

/**
 * The frame around every page.
 *
 * @param language BCP-47 language of the page
 * @param path path and query of the page
 * @param title of the window, without the name of the paper
 * @param style of all pages, which the page carries
 * @param script address of the script, with its version
 * @param section the entry of the navigation the page belongs to; empty if none
 * @param greeting name and plan of a reader with a key; empty for a visitor
 * @param head what it tells machines
 */
public record Shell(
        String language,
        String path,
        String title,
        String style,
        String script,
        String section,
        String greeting,
        Head head) {
    /** Returns the same frame that tells machines this. */
    public Shell with(Head head) {
        return new Shell(language, path, title, style, script, section, greeting, head);
    }
}
