/** Knows which HTTP status and which words each failure gets. */
package news.parallax.gateway.error;
