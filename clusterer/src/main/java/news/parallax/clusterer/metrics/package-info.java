/** Knows what the clusterer counts and measures of itself, and under which names (deploy/METRICS.md). */
package news.parallax.clusterer.metrics;
