/** Knows how readers tell that something is grouped wrongly. */
package news.parallax.gateway.grouping;
