/** Knows how bytes become characters and which language characters are. */
package news.parallax.crawler.text;
