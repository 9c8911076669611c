/** Knows how the whole database goes into one file, and out of it into an empty one. */
package news.parallax.catalog.backup;
