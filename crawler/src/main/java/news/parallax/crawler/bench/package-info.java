/** Knows how fast the crawler is: plays the web and both neighbors around it, and measures beside curl. */
package news.parallax.crawler.bench;
