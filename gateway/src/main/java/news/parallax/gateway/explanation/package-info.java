/** Knows why a story splits as it does: the outlets behind each number, and who rated them so. */
package news.parallax.gateway.explanation;
