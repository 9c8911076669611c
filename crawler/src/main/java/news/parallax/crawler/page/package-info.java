/** Knows how to find the article in an HTML page. */
package news.parallax.crawler.page;
