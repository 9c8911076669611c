/** Knows how well the grouping does: streams labelled files through it and scores the stories. */
package news.parallax.clusterer.eval;
