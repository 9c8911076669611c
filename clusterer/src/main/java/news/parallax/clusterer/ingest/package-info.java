/** Knows how articles come in over the wire and how they are answered. */
package news.parallax.clusterer.ingest;
