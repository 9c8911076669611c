/** Counts what is to be limited, for all copies of a gateway together. */
package news.parallax.catalog.limit;
