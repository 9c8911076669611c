/** Knows the briefing of a day: its most widely reported stories, as they stood when the day ended. */
package news.parallax.gateway.briefing;
