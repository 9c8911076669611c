/** Knows how the outlets of a story split, and how the split is put into words and bars. */
package news.parallax.gateway.coverage;
