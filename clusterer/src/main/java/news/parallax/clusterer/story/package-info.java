/** Knows when two articles tell one event, and which story an article belongs to. */
package news.parallax.clusterer.story;
