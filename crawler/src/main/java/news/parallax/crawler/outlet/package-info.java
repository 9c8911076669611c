/** Knows how a list of outlets is written and how it gets into the catalog. */
package news.parallax.crawler.outlet;
