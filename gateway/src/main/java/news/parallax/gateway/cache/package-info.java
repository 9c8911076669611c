/** Knows which answers are kept to be given again, for how long, and whether who asks has them already. */
package news.parallax.gateway.cache;
