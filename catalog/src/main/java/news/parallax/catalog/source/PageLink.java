package news.parallax.catalog.source;

import jakarta.persistence.Embeddable;

/**
 * A page about a source.
 *
 * @param kind whose page: id of a rater, "wikipedia", …
 */
@Embeddable
public record PageLink(String kind, String url) {}
