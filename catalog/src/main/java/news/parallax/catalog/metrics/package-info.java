/** Knows what the catalog counts and measures of itself, and under which names (deploy/METRICS.md). */
package news.parallax.catalog.metrics;
