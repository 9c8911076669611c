/** Knows what operators see and do: feeds, corrections of groupings, reports, imports, readers, jobs, and the trail of it. */
package news.parallax.gateway.desk;
