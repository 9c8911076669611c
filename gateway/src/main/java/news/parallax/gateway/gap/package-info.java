/** Knows which stories one side hardly covers. */
package news.parallax.gateway.gap;
