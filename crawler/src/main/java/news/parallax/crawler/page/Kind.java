package news.parallax.crawler.page;

/** What sort of article a page is. */
public enum Kind {
    NEWS,
    OPINION,
    LIVE,
    VIDEO,
    SPONSORED
}
