package news.parallax.catalog.database;

/** Where a PostgreSQL database is, and as whom one enters. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {}
