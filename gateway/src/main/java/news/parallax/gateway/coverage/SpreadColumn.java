package news.parallax.gateway.coverage;

import news.parallax.gateway.rating.SideLabel;

/**
 * One column of the spread over the seven steps.
 *
 * @param side the side it counts with
 * @param sourceCount outlets at the step
 * @param heightPixels 9 for each outlet, less where the highest column would grow above 90
 */
public record SpreadColumn(SideLabel side, int sourceCount, int heightPixels) {
    private static final int PIXELS_PER_SOURCE = 9;
    private static final int HIGHEST = 90;

    static SpreadColumn of(SideLabel side, int sourceCount, int mostSources) {
        int height = Math.min(PIXELS_PER_SOURCE * sourceCount, HIGHEST * sourceCount / Math.max(1, mostSources));
        return new SpreadColumn(side, sourceCount, height);
    }
}
