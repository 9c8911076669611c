package news.parallax.gateway.story;

import news.parallax.gateway.page.Names;

/**
 * A point on a story's page.
 *
 * @param point the sentence and where it stands
 * @param href the article at its outlet; empty if it cannot be linked
 * @param onPage whether the article is in the list below
 */
public record PointCard(PointView point, String href, boolean onPage) {
    /** Language of the sentence in English if it is another one; else empty. */
    public String foreignLanguage() {
        return Names.foreign(point.language()) ? Names.language(point.language()) : "";
    }
}
