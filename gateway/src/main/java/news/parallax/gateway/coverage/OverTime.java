package news.parallax.gateway.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.SideLabel;

/**
 * How many outlets of each side had a story when, as layers on one another: left at the bottom, then center, right, unrated.
 *
 * @param layers sides that ever had an outlet, from the bottom
 * @param rows some of the moments, first and last among them
 * @param start when the first outlet had it
 * @param most outlets at the end of the scale
 */
public record OverTime(List<Layer> layers, List<Row> rows, TimeView start, int most) {
    /** Size of the drawing. */
    public static final int WIDTH = 300;

    public static final int HEIGHT = 90;

    private static final int ROWS_MAX = 12;

    /**
     * From a moment on, until the next.
     *
     * @param at the moment
     * @param left outlets on the left
     * @param center outlets in the center
     * @param right outlets on the right
     * @param unrated outlets that nobody rated
     */
    public record Moment(Instant at, int left, int center, int right, int unrated) {
        int total() {
            return left + center + right + unrated;
        }
    }

    /**
     * One side.
     *
     * @param side the side
     * @param path its outline
     */
    public record Layer(SideLabel side, String path) {}

    /**
     * One row of the table.
     *
     * @param moment the numbers
     * @param time when
     */
    public record Row(Moment moment, TimeView time) {}

    /** Returns the drawing of at least two moments, earliest first. */
    public static OverTime of(List<Moment> moments, Instant now) {
        int most = Math.max(1, moments.stream().mapToInt(Moment::total).max().orElse(1));
        Scale scale = new Scale(moments.getFirst().at(), now, most);
        List<Layer> layers = new ArrayList<>();
        ToIntFunction<Moment> below = moment -> 0;
        for (SideLabel side : SideLabel.values()) {
            ToIntFunction<Moment> floor = below;
            ToIntFunction<Moment> ceiling = moment -> floor.applyAsInt(moment) + count(moment, side);
            if (moments.stream().anyMatch(moment -> count(moment, side) > 0)) {
                layers.add(new Layer(side, path(moments, floor, ceiling, scale)));
            }
            below = ceiling;
        }
        return new OverTime(
                layers, rows(moments, now), TimeView.of(moments.getFirst().at(), now), most);
    }

    /** The columns of the table. */
    public List<SideLabel> sides() {
        return List.of(SideLabel.values());
    }

    private static int count(Moment moment, SideLabel side) {
        return switch (side) {
            case LEFT -> moment.left();
            case CENTER -> moment.center();
            case RIGHT -> moment.right();
            case UNRATED -> moment.unrated();
        };
    }

    /** Along the upper edge to the right, and along the lower one back. */
    private static String path(
            List<Moment> moments, ToIntFunction<Moment> floor, ToIntFunction<Moment> ceiling, Scale scale) {
        StringBuilder path = new StringBuilder("M0 " + scale.y(floor.applyAsInt(moments.getFirst())));
        for (Moment moment : moments) {
            path.append("H").append(scale.x(moment.at())).append("V").append(scale.y(ceiling.applyAsInt(moment)));
        }
        path.append("H").append(WIDTH);
        for (Moment moment : moments.reversed()) {
            path.append("V")
                    .append(scale.y(floor.applyAsInt(moment)))
                    .append("H")
                    .append(scale.x(moment.at()));
        }
        return path.append("z").toString();
    }

    private static List<Row> rows(List<Moment> moments, Instant now) {
        int count = Math.min(ROWS_MAX, moments.size());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Moment moment = moments.get(count == 1 ? 0 : (int) ((long) i * (moments.size() - 1) / (count - 1)));
            rows.add(new Row(moment, TimeView.of(moment.at(), now)));
        }
        return rows;
    }

    /** Moments and counts as places in the drawing. */
    private record Scale(Instant start, Instant end, int most) {
        long x(Instant at) {
            long whole = Math.max(1, Duration.between(start, end).toMillis());
            return Math.clamp(WIDTH * Duration.between(start, at).toMillis() / whole, 0, WIDTH);
        }

        int y(int count) {
            return HEIGHT - HEIGHT * count / most;
        }
    }
}
