/** Knows which stories a reader's words and filters ask for, and what stories are about. */
package news.parallax.catalog.search;
