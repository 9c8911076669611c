package news.parallax.gateway.coverage;

import news.parallax.gateway.rating.SideLabel;

/**
 * One part of the bar, in percent of its width.
 *
 * @param side the side it shows
 * @param start where it starts
 * @param width how wide it is
 * @param label what is written in it; empty where it would not fit a panel of 18 rem
 */
public record BarSegment(SideLabel side, int start, int width, String label) {
    private static final int ROOM_FOR_LETTER = 18;
    private static final int ROOM_FOR_WORD = 34;

    static BarSegment of(SideShare share, int start) {
        String name = share.side().text();
        String label = share.percent() >= ROOM_FOR_WORD ? name : name.substring(0, 1);
        return new BarSegment(
                share.side(),
                start,
                share.percent(),
                share.percent() >= ROOM_FOR_LETTER ? label + " " + share.percent() + "%" : "");
    }
}
