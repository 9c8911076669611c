/** The clusterer service. */
package news.parallax.clusterer;
