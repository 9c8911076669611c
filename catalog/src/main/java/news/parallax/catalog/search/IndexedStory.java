package news.parallax.catalog.search;

import java.util.Set;

/**
 * What the index holds of a story that it can be filtered by.
 *
 * @param facets see {@link Facet}
 */
public record IndexedStory(Set<String> facets, int sources) {
    /** What is known of a story that is not indexed. */
    public static final IndexedStory UNKNOWN = new IndexedStory(Set.of(), 0);

    public IndexedStory {
        facets = Set.copyOf(facets);
    }

    public boolean hasSource(String id) {
        return facets.contains(Facet.SOURCE.of(id));
    }

    public boolean isAbout(String subjectId) {
        return facets.contains(Facet.SUBJECT.of(subjectId));
    }

    /** @param code in capitals */
    public boolean hasCountry(String code) {
        return facets.contains(Facet.COUNTRY.of(code));
    }

    /** @param tag in lowercase; "pt" is also written by "pt-BR" */
    public boolean hasLanguage(String tag) {
        return facets.contains(Facet.LANGUAGE.of(tag));
    }

    public boolean gap() {
        return facets.contains(Facet.GAP.of("YES"));
    }
}
