/** Knows how a story is shown on other sites: the widget, and oEmbed, by which sites find it. */
package news.parallax.gateway.embed;
