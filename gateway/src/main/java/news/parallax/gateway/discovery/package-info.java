/** Knows what machines ask first: robots.txt, sitemaps, the description of our search, whom to tell of a weakness. */
package news.parallax.gateway.discovery;
