/** Knows how an operator asks a running crawler for something. */
package news.parallax.crawler.command;
