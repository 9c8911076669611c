package news.parallax.catalog.source;

/** A page about a source to import. */
public record NewLink(String sourceId, PageLink link) {}
