/** Knows how fast the gateway answers. */
package news.parallax.gateway.bench;
