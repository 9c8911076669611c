/** Knows how hubs are asked to tell of changes, and how what they tell is believed (W3C WebSub). */
package news.parallax.crawler.websub;
