/** Knows what a line of the log has beside its text. */
package news.parallax.gateway.log;
