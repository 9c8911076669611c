/** Knows the names, units and labels of what the crawler counts and measures. */
package news.parallax.crawler.metrics;
