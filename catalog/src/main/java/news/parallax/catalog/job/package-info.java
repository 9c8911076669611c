/** Knows what the catalog does by itself, on which rhythm, and how it last went. */
package news.parallax.catalog.job;
