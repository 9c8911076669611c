/** Knows the bundled sample edition: invented outlets, their articles, and a web server that publishes them. */
package news.parallax.crawler.sample;
