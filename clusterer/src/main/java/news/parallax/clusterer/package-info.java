/** Knows the way of an article from its arrival to the catalog, and how the window is rebuilt at start. */
package news.parallax.clusterer;
