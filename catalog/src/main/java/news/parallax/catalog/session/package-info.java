/** Knows who has entered, and where. */
package news.parallax.catalog.session;
