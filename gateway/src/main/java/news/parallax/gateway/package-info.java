/** The gateway service. */
package news.parallax.gateway;
