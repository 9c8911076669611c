/** Knows the files in which sources, owners, ratings and feeds come and go. */
package news.parallax.catalog.transfer;
