/** Knows what scripts of other sites may read. */
package news.parallax.gateway.cors;
