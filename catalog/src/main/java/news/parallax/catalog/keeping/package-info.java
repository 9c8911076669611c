/** Knows for how long what came in is kept, and sees to the months that it lies in. */
package news.parallax.catalog.keeping;
