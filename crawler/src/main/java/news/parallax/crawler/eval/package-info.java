/** Knows how well the crawler reads the web: judges its parts, as they ship, on suites that others made. */
package news.parallax.crawler.eval;
