/** Knows how the catalog's part of an article's way is traced. */
package news.parallax.catalog.trace;
