package news.parallax.gateway.coverage;

import news.parallax.gateway.rating.SideLabel;

/**
 * One part of the bar, in percent of its width.
 *
 * @param side the side it shows
 * @param start where it starts
 * @param width how wide it is
 */
public record BarSegment(SideLabel side, int start, int width) {
    private static final int ROOM_FOR_LETTER = 18;
    private static final int ROOM_FOR_WORD = 40;

    /** Whether a letter and the percent fit in, in a panel of 18 rem. */
    public boolean fitsLetter() {
        return width >= ROOM_FOR_LETTER;
    }

    /** Whether the name of the side and the percent fit in. */
    public boolean fitsWord() {
        return width >= ROOM_FOR_WORD;
    }
}
