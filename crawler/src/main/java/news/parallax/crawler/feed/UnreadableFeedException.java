package news.parallax.crawler.feed;

/** A document is no feed that we can read; the message says why in one sentence. */
public final class UnreadableFeedException extends Exception {

    public UnreadableFeedException(String message) {
        super(message);
    }
}
