/** Knows the formats of news archives and how to stream them as if they were crawled. */
package news.parallax.crawler.archive;
