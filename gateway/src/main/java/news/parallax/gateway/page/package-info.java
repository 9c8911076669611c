/** Knows what all pages share: the frame around them, and how times, languages and countries are written. */
package news.parallax.gateway.page;
