package news.parallax.gateway.explanation;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Gatherers;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.CoverageSourceView;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.error.ListCursor;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.FactualityLabel;
import news.parallax.gateway.rating.OwnershipLabel;
import news.parallax.gateway.source.AxisView;
import news.parallax.gateway.source.SourceClient;
import news.parallax.gateway.source.SourceExplanationView;
import news.parallax.gateway.story.StoryClient;

/** Finds the outlets behind each number of a split, and the ratings behind each outlet. */
@Singleton
public class Explanations {
    private static final int CALLS_AT_ONCE = 8;
    private static final List<String> RULES = List.of(
            "An outlet counts once, however many articles or host names it used.",
            "On the basis of independent reports, copies count with the outlet that they repeat.",
            "Shares are of the rated outlets: left and right are rounded half up, center is the remainder.",
            "Lean left counts with left, lean right with right; unrated outlets are in no share.",
            "An outlet with owners of two categories counts in both.");

    private final StoryClient stories;
    private final SourceClient sources;
    private final Visit visit;

    Explanations(StoryClient stories, SourceClient sources, Visit visit) {
        this.stories = stories;
        this.sources = sources;
        this.visit = visit;
    }

    /** Returns why a story splits as it does, with a page of its outlets; NOT_FOUND if there is none of that id. */
    public SplitExplanationView of(String storyId, BasisLabel basis, int limit, String cursor) {
        var cursors = new ListCursor(storyId + ' ' + basis);
        String after = cursors.id(cursor);
        boolean reader = !visit.reader().visitor();
        CoverageView coverage = stories.coverage(storyId, null, basis);
        List<CoverageSourceView> all = coverage.sources().stream()
                .sorted(Comparator.comparing(CoverageSourceView::id))
                .toList();
        List<CoverageSourceView> rest =
                all.stream().filter(source -> source.id().compareTo(after) > 0).toList();
        List<CoverageSourceView> page = rest.stream().limit(limit).toList();
        return new SplitExplanationView(
                coverage.storyId(),
                basis,
                coverage.asOfTime(),
                coverage.split(),
                RULES,
                numbers(all, BiasLabel.values(), BiasLabel::text, (source, label) -> source.bias() == label),
                numbers(
                        all,
                        FactualityLabel.values(),
                        FactualityLabel::text,
                        (source, label) -> source.factuality() == label),
                numbers(all, OwnershipLabel.values(), OwnershipLabel::text, Explanations::owned),
                page.stream()
                        .gather(Gatherers.mapConcurrent(CALLS_AT_ONCE, source -> explain(source, reader)))
                        .toList(),
                page.size() < rest.size() ? cursors.after(page.getLast().id()) : null,
                Map.of());
    }

    private static boolean owned(CoverageSourceView source, OwnershipLabel label) {
        List<OwnershipLabel> categories = Objects.requireNonNullElse(source.ownerCategories(), List.of());
        return label == OwnershipLabel.UNKNOWN ? categories.isEmpty() : categories.contains(label);
    }

    private static <L> List<NumberView<L>> numbers(
            List<CoverageSourceView> sources,
            L[] labels,
            Function<L, String> text,
            BiPredicate<CoverageSourceView, L> counts) {
        return Arrays.stream(labels)
                .map(label -> {
                    List<String> ids = sources.stream()
                            .filter(source -> counts.test(source, label))
                            .map(CoverageSourceView::id)
                            .toList();
                    return new NumberView<>(label, text.apply(label), ids.size(), ids);
                })
                .filter(number -> number.sourceCount() > 0)
                .toList();
    }

    private ExplainedSourceView explain(CoverageSourceView source, boolean reader) {
        SourceExplanationView why = sources.explain(source.id());
        AxisView bias = why.bias();
        String rated = bias == null ? BiasLabel.UNRATED.key() : Objects.requireNonNullElse(bias.value(), "unrated");
        boolean held = reader && source.bias() != null && !source.bias().key().equals(rated);
        return new ExplainedSourceView(source, held, bias, why.factuality());
    }
}
