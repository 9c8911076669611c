/** Knows the words for how outlets lean, how factual they are and who owns them. */
package news.parallax.gateway.rating;
