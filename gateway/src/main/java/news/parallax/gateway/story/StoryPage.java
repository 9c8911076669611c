package news.parallax.gateway.story;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.ReaderPlan;
import news.parallax.gateway.coverage.CountBar;
import news.parallax.gateway.coverage.CountryMap;
import news.parallax.gateway.coverage.CoverageSourceView;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.page.TimeView;
import news.parallax.gateway.rating.BiasLabel;
import news.parallax.gateway.rating.RatingWords;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * Everything on a story's page, cut to what the reader may see.
 *
 * @param story the story
 * @param published when its earliest article came
 * @param updated when its latest article came or changed
 * @param points at most three
 * @param sides how each side tells it; empty if that is not known or the reader may not see sides
 * @param timeline how it unfolded
 * @param images of its articles
 * @param coverage who covers it, every outlet
 * @param articles its articles, as chosen
 * @param frame HTML by which other sites show it
 * @param words for the rows of charts
 */
record StoryPage(
        StoryView story,
        TimeView published,
        TimeView updated,
        List<PointCard> points,
        List<SideCard> sides,
        TimelinePanel timeline,
        List<ImageCard> images,
        CoverageView coverage,
        ArticlePanel articles,
        String frame,
        RatingWords words) {

    private static final List<String> SUBJECT_KINDS = List.of("person", "place", "name", "topic");

    /** Address of the page. */
    public String path() {
        return "/stories/" + story.id();
    }

    /** By which rule sides are compared; null if they are not. */
    public @Nullable ComparisonView comparison() {
        return story.details() == null ? null : story.details().comparison();
    }

    /** People, places, names and topics by kind, each sort by most outlets first. */
    public Map<String, List<SubjectView>> subjects() {
        Map<String, List<SubjectView>> subjects = new LinkedHashMap<>();
        if (story.details() != null) {
            SUBJECT_KINDS.forEach(kind -> {
                List<SubjectView> some = story.details().subjects().stream()
                        .filter(subject -> subject.kind().equals(kind))
                        .toList();
                if (!some.isEmpty()) {
                    subjects.put(kind, some);
                }
            });
        }
        return subjects;
    }

    /** Where its outlets are. */
    public CountryMap countries() {
        return CountryMap.of(coverage.sources());
    }

    /** The outlets at each step that has any, far left to far right, then unrated. */
    public List<OutletGroup> outlets() {
        return Arrays.stream(BiasLabel.values())
                .map(bias -> new OutletGroup(bias, outletsAt(bias)))
                .filter(group -> !group.outlets().isEmpty())
                .toList();
    }

    private List<CoverageSourceView> outletsAt(BiasLabel bias) {
        return coverage.sources().stream()
                .filter(source -> source.bias() == bias)
                .toList();
    }

    /** Rows of the factuality chart; empty if the reader may not see it. */
    public List<CountBar> factuality() {
        var counts = coverage.split().factuality();
        return counts == null ? List.of() : CountBar.of(counts, words::factuality);
    }

    /** Rows of the ownership chart; empty if the reader may not see it. */
    public List<CountBar> ownership() {
        var counts = coverage.split().ownership();
        return counts == null ? List.of() : CountBar.of(counts, words::ownership);
    }

    /** The outlets on a side, left to right, then by name. */
    public List<CoverageSourceView> sourcesOf(SideLabel label) {
        return coverage.sources().stream()
                .filter(source -> source.side() == label)
                .toList();
    }

    /** Name of the least plan that has a capability which the reader lacks. */
    public String planFor(String capability) {
        return ReaderPlan.of(coverage.locked().getOrDefault(capability, "free")).text();
    }
}
