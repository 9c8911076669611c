/** Knows what a story says: headline, points, how sides word it, whom it names, who was first, its images. */
package news.parallax.clusterer.digest;
