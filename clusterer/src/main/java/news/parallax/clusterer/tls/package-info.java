/** Knows with which certificate other services are called, and whose are believed. */
package news.parallax.clusterer.tls;
