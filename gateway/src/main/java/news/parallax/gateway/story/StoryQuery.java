package news.parallax.gateway.story;

/**
 * Which stories, in which order.
 *
 * @param limit stories per page, from 1 to 100
 * @param cursor where the page starts; empty for the first
 * @param latest by latest news instead of weight
 * @param criteria which
 */
public record StoryQuery(int limit, String cursor, boolean latest, StoryCriteria criteria) {
    /**
     * Asks as the pages do.
     *
     * @param gapOnly only stories with a coverage gap
     * @param sourceId only stories with an article of this outlet; empty means all
     */
    public StoryQuery(int limit, String cursor, boolean latest, boolean gapOnly, String sourceId) {
        this(limit, cursor, latest, criteria(gapOnly, sourceId));
    }

    private static StoryCriteria criteria(boolean gapOnly, String sourceId) {
        StoryCriteria criteria =
                sourceId.isEmpty() ? StoryCriteria.ALL : StoryCriteria.of(StoryCriteria.Outlets.of(sourceId));
        return gapOnly ? criteria.withGap() : criteria;
    }
}
