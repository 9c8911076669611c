package news.parallax.clusterer.story;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.clusterer.story.Link.Comparison;
import news.parallax.clusterer.text.Term;
import news.parallax.clusterer.text.TermVector;

/**
 * Why an article is in its story.
 *
 * @param similarity mean probability of telling the same event as the story's articles, in [0, 1]; 1 if there are none
 * @param threshold least similarity with which an article joins
 * @param founder whether the story is named after it
 * @param comparedCount articles of the story that it was compared with
 * @param evidence mean over them
 * @param nearest the most probable of them, at most three
 * @param runnerUp the next best story, if another had anything in common with the article
 */
public record Explanation(
        double similarity,
        double threshold,
        boolean founder,
        int comparedCount,
        Evidence evidence,
        List<Nearest> nearest,
        Optional<RunnerUp> runnerUp) {

    private static final int NEAREST = 3;

    private static final int SHARED_NAMES = 5;

    private static final int SHARED_TERMS = 10;

    private static final Comparator<Comparison> NEAREST_FIRST = Comparator.comparingDouble(Comparison::probability)
            .reversed()
            .thenComparing(comparison -> comparison.other().id());

    public Explanation {
        nearest = List.copyOf(nearest);
    }

    /**
     * An article of the story.
     *
     * @param probability of one event
     * @param evidence for it
     * @param secondsLater how much later than it the article explained was published; negative if earlier
     * @param sharedNames of both, heaviest first
     * @param sharedTerms other terms of both, heaviest first
     */
    public record Nearest(
            String articleId,
            double probability,
            Evidence evidence,
            long secondsLater,
            List<String> sharedNames,
            List<String> sharedTerms) {}

    /**
     * A story that the article is not in.
     *
     * @param similarity mean probability of one event with its articles
     * @param articleId the most probable of them
     */
    public record RunnerUp(String storyId, double similarity, String articleId) {}

    /** Explains a member of a story, or a founder by what was compared: nothing. */
    static Explanation of(Member article, Optional<Link> own, Optional<Link> next, double threshold) {
        List<Comparison> comparisons = own.map(Link::comparisons).orElse(List.of());
        return new Explanation(
                own.map(Link::similarity).orElse(1.0),
                threshold,
                article.membership().storyId().equals(StoryId.of(article.id())),
                comparisons.size(),
                Evidence.mean(comparisons.stream().map(Comparison::evidence).toList()),
                comparisons.stream()
                        .sorted(NEAREST_FIRST)
                        .limit(NEAREST)
                        .map(comparison -> nearest(article, comparison))
                        .toList(),
                next.map(Explanation::runnerUp));
    }

    /** Names, then terms shared with the nearest article, as a reader would list them; at most ten. */
    public List<String> sharedTerms() {
        return nearest.stream()
                .limit(1)
                .flatMap(one -> Stream.concat(one.sharedNames().stream(), one.sharedTerms().stream()))
                .limit(SHARED_TERMS)
                .toList();
    }

    private static Nearest nearest(Member article, Comparison comparison) {
        Member other = comparison.other();
        List<String> names = surfaces(article.names(), other.names());
        Set<String> said = names.stream().map(Explanation::folded).collect(Collectors.toSet());
        return new Nearest(
                other.id(),
                comparison.probability(),
                comparison.evidence(),
                article.article().time().getEpochSecond()
                        - other.article().time().getEpochSecond(),
                names.stream().limit(SHARED_NAMES).toList(),
                surfaces(article.terms(), other.terms()).stream()
                        .filter(term -> !said.contains(folded(term)))
                        .limit(SHARED_TERMS)
                        .toList());
    }

    private static RunnerUp runnerUp(Link link) {
        Comparison nearest = link.comparisons().stream().min(NEAREST_FIRST).orElseThrow();
        return new RunnerUp(
                link.story().id(), link.similarity(), nearest.other().id());
    }

    /** What both have, heaviest first; each once whatever its case. */
    private static List<String> surfaces(TermVector one, TermVector other) {
        Map<String, String> surfaces = new LinkedHashMap<>();
        one.shared(other, Integer.MAX_VALUE).stream()
                .map(Term::surface)
                .forEach(surface -> surfaces.putIfAbsent(folded(surface), surface));
        return List.copyOf(surfaces.values());
    }

    private static String folded(String surface) {
        return surface.toLowerCase(Locale.ROOT);
    }
}
