/** Knows how the clusterer's part of an article's way is traced. */
package news.parallax.clusterer.trace;
