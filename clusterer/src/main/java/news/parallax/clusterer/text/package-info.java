/** Knows what of an article's words matters for telling events apart. */
package news.parallax.clusterer.text;
