/** Knows the stories: their points, their articles, and why those belong together. */
package news.parallax.gateway.story;
