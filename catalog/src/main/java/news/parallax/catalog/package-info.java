/** Knows how the catalog starts: first its database, then the service on it. */
package news.parallax.catalog;
