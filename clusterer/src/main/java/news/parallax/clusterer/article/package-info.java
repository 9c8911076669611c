/** Knows articles as the wire brings them. */
package news.parallax.clusterer.article;
