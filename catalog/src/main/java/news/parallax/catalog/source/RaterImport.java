package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RaterEntity;
import news.parallax.catalog.rating.RaterRepository;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.rating.RatingAxisRepository;

/** Stores raters, and the axes that they rate on. */
@Singleton
public class RaterImport {
    private final RaterRepository raters;
    private final RatingAxisRepository axes;

    RaterImport(RaterRepository raters, RatingAxisRepository axes) {
        this.raters = raters;
        this.axes = axes;
    }

    public void takeRaters(List<Row<NewRater>> rows, ImportTally tally) {
        tally.read(rows).forEach(read -> tally.take(read.row(), () -> take(read.content())));
    }

    public void takeAxes(List<Row<NewAxis>> rows, ImportTally tally) {
        tally.read(rows).forEach(read -> tally.take(read.row(), () -> take(read.content())));
    }

    RowOutcome take(NewRater incoming) {
        RaterEntity rater = raters.findById(incoming.id());
        if (rater == null) {
            rater = new RaterEntity();
            rater.id = incoming.id();
            rater.name = incoming.name().isBlank() ? incoming.id() : incoming.name();
            rater.homeUrl = incoming.homeUrl();
            raters.persist(rater);
            return RowOutcome.ADDED;
        }
        String name = incoming.name().isBlank() ? rater.name : incoming.name();
        String homeUrl = incoming.homeUrl().isBlank() ? rater.homeUrl : incoming.homeUrl();
        if (rater.name.equals(name) && rater.homeUrl.equals(homeUrl)) {
            return RowOutcome.UNCHANGED;
        }
        rater.name = name;
        rater.homeUrl = homeUrl;
        return RowOutcome.CHANGED;
    }

    private RowOutcome take(NewAxis incoming) {
        RatingAxisEntity axis = axes.findById(incoming.id());
        if (axis == null) {
            axis = new RatingAxisEntity();
            axis.id = incoming.id();
            axis.name = incoming.name();
            axis.steps = incoming.steps();
            axes.persist(axis);
            return RowOutcome.ADDED;
        }
        requireSteps(axis, incoming);
        if (axis.name.equals(incoming.name()) && axis.steps.equals(incoming.steps())) {
            return RowOutcome.UNCHANGED;
        }
        axis.name = incoming.name();
        axis.steps = incoming.steps();
        return RowOutcome.CHANGED;
    }

    /** Ratings name steps, so that steps of an axis may be added, but not taken away, once it is in use. */
    private void requireSteps(RatingAxisEntity axis, NewAxis incoming) {
        boolean kept = RatingAxisEntity.isBuiltIn(axis.id)
                ? axis.steps.equals(incoming.steps())
                : incoming.steps().containsAll(axis.steps) || !axes.isUsed(axis.id);
        if (!kept) {
            throw new Invalid(
                    "AXIS_IN_USE",
                    "Axis %s has the steps %s, which ratings name".formatted(axis.id, String.join(", ", axis.steps)),
                    Map.of("axis", axis.id, "steps", String.join(", ", axis.steps)));
        }
    }
}
