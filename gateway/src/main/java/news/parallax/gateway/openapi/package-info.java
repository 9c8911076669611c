/** Knows how the API is described to programs: what code says is taken from code. */
package news.parallax.gateway.openapi;
