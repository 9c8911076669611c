/** The catalog service. */
package news.parallax.catalog;
