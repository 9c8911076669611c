/** Knows how to speak with the clusterer and the catalog so that nothing is lost. */
package news.parallax.crawler.delivery;
