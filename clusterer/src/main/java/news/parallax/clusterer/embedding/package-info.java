/** Knows the models that turn text into vectors, and how vectors are packed for the catalog. */
package news.parallax.clusterer.embedding;
