/** Knows how many requests somebody may make in a time, counted by all copies of the gateway together. */
package news.parallax.gateway.limit;
