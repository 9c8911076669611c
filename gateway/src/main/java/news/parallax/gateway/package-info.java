/** Knows every setting of the gateway; each feature is a package below. */
package news.parallax.gateway;
