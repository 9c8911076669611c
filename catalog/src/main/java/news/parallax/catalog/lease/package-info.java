/** Gives what only one process at a time may do to one of them, for a time. */
package news.parallax.catalog.lease;
