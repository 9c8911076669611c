package news.parallax.gateway.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.SideLabel;

/**
 * How outlets split by bias.
 *
 * @param left outlets on the left: far left, left and lean left
 * @param center outlets in the center
 * @param right outlets on the right: lean right, right and far right
 * @param unrated outlets nobody rated; in no percentage
 * @param percent the same as shares of the rated outlets
 * @param headline the largest side in words ("47% of the sources are Center"); every one of them if several are largest
 * @param steps outlets at each of the seven steps, far left to far right, empty steps too
 */
public record BiasView(
        int left,
        int center,
        int right,
        int unrated,
        PercentView percent,
        String headline,
        List<CountView<BiasLabel>> steps) {

    /** Returns the view of these counts, with the headline that follows from them. */
    public static BiasView of(
            int left, int center, int right, int unrated, PercentView percent, List<CountView<BiasLabel>> steps) {
        String headline = headline(largest(shares(left, center, right, percent)));
        return new BiasView(left, center, right, unrated, percent, headline, List.copyOf(steps));
    }

    /** Whether any outlet is rated. */
    public boolean rated() {
        return left + center + right > 0;
    }

    /** Left, center and right, in this order. */
    public List<SideShare> shares() {
        return shares(left, center, right, percent);
    }

    private static List<SideShare> shares(int left, int center, int right, PercentView percent) {
        return List.of(
                new SideShare(SideLabel.LEFT, left, percent.left()),
                new SideShare(SideLabel.CENTER, center, percent.center()),
                new SideShare(SideLabel.RIGHT, right, percent.right()));
    }

    /** Left, center, right and unrated, in this order; unrated with 0 percent. */
    public List<SideShare> sides() {
        return Stream.concat(shares().stream(), Stream.of(new SideShare(SideLabel.UNRATED, unrated, 0)))
                .toList();
    }

    /** The split as text, for those who do not see the bar. */
    public String alternative() {
        return rated()
                ? shares().stream()
                        .map(share -> share.side().text() + " " + share.percent() + "%")
                        .collect(Collectors.joining(", "))
                : headline;
    }

    /** The parts of the bar, left to right; sides without outlets have none. */
    public List<BarSegment> segments() {
        List<BarSegment> segments = new ArrayList<>();
        int start = 0;
        for (SideShare share : shares()) {
            if (share.percent() > 0) {
                segments.add(new BarSegment(share.side(), start, share.percent()));
            }
            start += share.percent();
        }
        return segments;
    }

    /** The columns of the spread, far left to far right. */
    public List<SpreadColumn> spread() {
        int most = steps.stream().mapToInt(CountView::sourceCount).max().orElse(0);
        return steps.stream()
                .map(step -> SpreadColumn.of(step.value().side(), step.sourceCount(), most))
                .toList();
    }

    /** The side with the most outlets, by count: rounding must not break a tie. Empty if no outlet is rated. */
    public List<SideShare> largest() {
        return largest(shares());
    }

    private static List<SideShare> largest(List<SideShare> shares) {
        int most = shares.stream().mapToInt(SideShare::sourceCount).max().orElse(0);
        return shares.stream()
                .filter(share -> most > 0 && share.sourceCount() == most)
                .toList();
    }

    private static String headline(List<SideShare> largest) {
        if (largest.isEmpty()) {
            return "No rated sources";
        }
        SideShare first = largest.getFirst();
        return Stream.concat(
                        Stream.of(first.percent() + "% of the sources are "
                                + first.side().text()),
                        largest.stream()
                                .skip(1)
                                .map(share -> share.percent() + "% are "
                                        + share.side().text()))
                .collect(Collectors.joining(", "));
    }
}
