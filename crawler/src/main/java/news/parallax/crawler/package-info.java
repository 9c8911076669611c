/** Knows the way of an article from a feed to the clusterer, and nothing of the steps themselves. */
package news.parallax.crawler;
