/** Knows how the crawler's part of an article's way is traced. */
package news.parallax.crawler.trace;
