/** Knows who listens to what becomes of stories, and tells them: nothing twice, nothing left out, nothing they may not see. */
package news.parallax.gateway.live;
