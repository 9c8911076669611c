/** Knows how readers sign up, enter and leave. */
package news.parallax.gateway.account;
