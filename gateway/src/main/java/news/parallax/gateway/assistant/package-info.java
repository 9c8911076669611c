/** Knows how assistants ask (Model Context Protocol), and how each claim that they are told names its source. */
package news.parallax.gateway.assistant;
