/** Knows how to have a language model tell a story, and which of its sentences can be believed. */
package news.parallax.clusterer.digest.model;
