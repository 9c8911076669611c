package news.parallax.gateway.story;

import java.util.List;

/**
 * How one side tells a story, on its page.
 *
 * @param telling the side's telling
 * @param terms what it says more than the others
 * @param points what its reports say and the summary does not
 * @param outletsMin outlets that are enough
 */
public record SideCard(SideTellingView telling, List<TermCard> terms, List<PointCard> points, int outletsMin) {
    /**
     * A term of a side.
     *
     * @param term the term
     * @param example where it stands
     */
    public record TermCard(SideTermView term, PointCard example) {}

    /** Whether the side has outlets enough for points. */
    public boolean enough() {
        return telling.outletCount() >= outletsMin;
    }

    /** Whether the other sides have outlets enough to compare with. */
    public boolean comparable() {
        return telling.otherOutletCount() >= outletsMin;
    }
}
