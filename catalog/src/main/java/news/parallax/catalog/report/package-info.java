/** Knows what readers say is grouped wrongly. */
package news.parallax.catalog.report;
