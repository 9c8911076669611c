package news.parallax.crawler.fetch;

/**
 * What a server gave to ask it later whether anything changed (RFC 9110, §8.8).
 *
 * @param etag as the server wrote it; empty if it gave none
 * @param lastModified as the server wrote it; empty if it gave none
 */
public record Validators(String etag, String lastModified) {

    public static final Validators NONE = new Validators("", "");
}
