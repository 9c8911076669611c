/** Knows how readers are told by HTTP what changes of stories: what is sent where, signed how, and what became of it. */
package news.parallax.gateway.webhook;
