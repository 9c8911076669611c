/** Knows in which story a page of the web is, and who is its outlet. */
package news.parallax.gateway.lookup;
