/** Knows how the catalog is called: deadlines, repeats, what its errors mean. */
package news.parallax.gateway.catalog;
