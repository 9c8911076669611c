/** Knows how to get bytes from strangers' servers safely and politely. */
package news.parallax.crawler.fetch;
