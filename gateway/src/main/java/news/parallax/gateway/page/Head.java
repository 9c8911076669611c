package news.parallax.gateway.page;

/**
 * What the head of a page tells machines: search engines, feed readers, sites that show a link to it.
 *
 * @param url the page's one address, absolute
 * @param description one sentence; empty if there is none
 * @param type as Open Graph has it: website or article
 * @param feedPath address of the feed that tells the same, its query included, without its ending; empty if there is none
 * @param oembedUrl where sites ask how to show it; empty if they cannot
 * @param data JSON-LD that may stand in a script element; empty if there is none
 */
public record Head(String url, String description, String type, String feedPath, String oembedUrl, String data) {
    /** Address of the feed in a format, by its ending. */
    public String feed(String ending) {
        int query = feedPath.indexOf('?');
        return query < 0
                ? feedPath + "." + ending
                : feedPath.substring(0, query) + "." + ending + feedPath.substring(query);
    }

    /** Of a page of which machines need to know nothing. */
    public static final Head NONE = new Head("", "", "", "", "", "");
}
