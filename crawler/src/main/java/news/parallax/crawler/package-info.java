/** The crawler service. */
package news.parallax.crawler;
