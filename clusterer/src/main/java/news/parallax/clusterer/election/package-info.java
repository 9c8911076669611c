/** Which copy of the clusterer assigns, and how the others reach it. */
package news.parallax.clusterer.election;
