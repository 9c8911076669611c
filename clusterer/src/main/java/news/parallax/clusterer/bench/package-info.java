/** Knows how fast articles are grouped, and what a window of them costs. */
package news.parallax.clusterer.bench;
