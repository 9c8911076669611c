/** Knows the outlets: how they are rated and by whom, and who owns them. */
package news.parallax.gateway.source;
