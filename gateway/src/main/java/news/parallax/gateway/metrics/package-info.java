/** Knows what the gateway counts and measures of itself, and under which names (deploy/METRICS.md). */
package news.parallax.gateway.metrics;
