/** Knows who is reading and what their plan lets them see. */
package news.parallax.gateway.access;
