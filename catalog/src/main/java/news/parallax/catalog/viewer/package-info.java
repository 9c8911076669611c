/** What one reader does not want to see, and how they see sources: lists that are made for a reader ask here. */
package news.parallax.catalog.viewer;
