/** Knows the lists of stories a visitor sees first: the top ones, the latest, and those with a coverage gap. */
package news.parallax.gateway.front;
