/** Knows how stories are found by words, and what a few letters may become. */
package news.parallax.gateway.search;
