/** Knows what belongs to a reader: follows, mutes, saved stories, ratings of their own, what they read, keys and sessions. */
package news.parallax.gateway.reader;
