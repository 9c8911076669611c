/** Knows how stories came to be as they are: what was merged, split and moved, and who covered them when. */
package news.parallax.gateway.history;
