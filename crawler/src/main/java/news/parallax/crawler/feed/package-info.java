/** Knows the formats in which outlets list their articles. */
package news.parallax.crawler.feed;
