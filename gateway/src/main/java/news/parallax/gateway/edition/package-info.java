/** Knows the editions: the countries and languages that outlets publish in. */
package news.parallax.gateway.edition;
