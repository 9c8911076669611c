/** Knows what operators did. */
package news.parallax.catalog.audit;
