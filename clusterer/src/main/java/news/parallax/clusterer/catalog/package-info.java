/** Knows how the catalog is asked and told. */
package news.parallax.clusterer.catalog;
