/** Knows how browsers read addresses (URL Standard), so that a page's links lead us where they lead its readers. */
package news.parallax.crawler.url;
