/** Knows what has changed of stories, in which order, and who is listening. */
package news.parallax.catalog.change;
