/** Knows how to tell a story in one headline and three sentences. */
package news.parallax.clusterer.digest;
