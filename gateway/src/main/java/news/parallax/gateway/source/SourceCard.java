package news.parallax.gateway.source;

import news.parallax.gateway.page.Names;

/**
 * An outlet in the list of outlets.
 *
 * @param source what the reader may see of it
 */
record SourceCard(RatedSourceView source) {
    /** Country of the newsroom; empty if not known. */
    public String country() {
        return Names.country(source.country());
    }

    /** Main language; empty if not known. */
    public String language() {
        return Names.language(source.language());
    }
}
