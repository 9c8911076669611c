/** Knows how fast a catalog with a year of news answers, and how much of the disk it takes. */
package news.parallax.catalog.bench;
