/** Knows when something is to be tried again. */
package news.parallax.crawler.schedule;
