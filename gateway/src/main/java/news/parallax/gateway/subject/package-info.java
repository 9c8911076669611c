/** Knows what stories are about: topics, people and places, and who covers them most. */
package news.parallax.gateway.subject;
