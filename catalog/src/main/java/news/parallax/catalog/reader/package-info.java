/** Knows who reads, how they prove it, and what belongs to each of them. */
package news.parallax.catalog.reader;
