/** Knows which articles are put into the language of the edition, by which engine, and how much of that is let be done. */
package news.parallax.clusterer.translation;
