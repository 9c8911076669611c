/** Knows how stories, articles and sources leave as Atom, RSS, JSON Feed and OPML. */
package news.parallax.gateway.feeds;
