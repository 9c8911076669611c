/** Knows how publishers tell robots what they may do: robots.txt, X-Robots-Tag and meta elements, read without fetching. */
package news.parallax.crawler.robots;
