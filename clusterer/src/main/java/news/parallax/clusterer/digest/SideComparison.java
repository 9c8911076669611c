package news.parallax.clusterer.digest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import news.parallax.clusterer.digest.Digest.Point;

/**
 * How left, center and right word a story.
 *
 * @param language of the reports compared; words of different languages cannot be
 * @param rules by which they were compared
 * @param sides left, center, right
 */
public record SideComparison(String language, DigestRules rules, List<SideTelling> sides) {

    /** Terms shown of a side, at most. */
    private static final int TERMS = 10;

    public SideComparison {
        sides = List.copyOf(sides);
    }

    /**
     * One side's telling. Without enough outlets on it, or with nobody to compare with, it has no terms.
     *
     * @param side the side
     * @param outlets of the side with a report in the language
     * @param otherOutlets of the other sides
     * @param terms what it says more than the others, the most distinctive first
     * @param points what its reports say and the story's points do not
     */
    public record SideTelling(Side side, int outlets, int otherOutlets, List<SideTerm> terms, List<Point> points) {

        public SideTelling {
            terms = List.copyOf(terms);
            points = List.copyOf(points);
        }
    }

    /**
     * A word or a pair of words.
     *
     * @param text as most outlets of the side write it
     * @param zScore of the side against the others
     * @param outlets of the side that use it
     * @param otherOutlets of the other sides that use it
     * @param example a title or sentence of the side with it
     */
    public record SideTerm(String text, double zScore, int outlets, int otherOutlets, Point example) {}

    /** Compares the reports in one language; nothing if no outlet of them has a side. */
    static Optional<SideComparison> of(List<Report> reports, String language, List<Point> said, DigestRules rules) {
        List<Report> comparable = reports.stream()
                .filter(report -> report.language().equals(language))
                .toList();
        if (comparable.stream().allMatch(report -> report.outlet().side().isEmpty())) {
            return Optional.empty();
        }
        var usage = TermUsage.of(comparable);
        List<SideTelling> sides = Arrays.stream(Side.values())
                .map(side -> telling(side, comparable, usage, said, rules))
                .toList();
        return Optional.of(new SideComparison(language, rules, sides));
    }

    private static SideTelling telling(
            Side side, List<Report> reports, TermUsage usage, List<Point> said, DigestRules rules) {
        List<Report> ours = reports.stream().filter(report -> report.isOn(side)).toList();
        Set<String> outlets = outlets(reports, report -> report.isOn(side));
        Set<String> others = outlets(reports, report -> report.outlet().side().isPresent() && !report.isOn(side));
        boolean enough = outlets.size() >= rules.sideOutletsMin();
        boolean comparable = enough && others.size() >= rules.sideOutletsMin();
        return new SideTelling(
                side,
                outlets.size(),
                others.size(),
                comparable ? terms(usage, outlets, others, rules) : List.of(),
                enough ? points(ours, said) : List.of());
    }

    private static List<Point> points(List<Report> ours, List<Point> said) {
        return Summary.choose(
                ours.stream().map(Report::member).toList(), ours.getFirst().language(), said);
    }

    private static Set<String> outlets(List<Report> reports, Predicate<Report> wanted) {
        Set<String> ids = new HashSet<>();
        reports.stream()
                .filter(wanted)
                .forEach(report -> ids.add(report.outlet().id()));
        return ids;
    }

    private static List<SideTerm> terms(TermUsage usage, Set<String> outlets, Set<String> others, DigestRules rules) {
        int total = usage.total(outlets);
        int otherTotal = usage.total(others);
        Map<String, Double> scores = new HashMap<>();
        for (String key : usage.keys()) {
            int count = usage.count(key, outlets);
            boolean more = usage.count(key) < usage.total();
            if (more && count >= rules.termOutletsMin()) {
                var odds = new LogOdds(
                        count,
                        total,
                        usage.count(key, others),
                        otherTotal,
                        rules.prior() * usage.count(key),
                        rules.prior() * usage.total());
                scores.put(key, odds.zScore());
            }
        }
        List<String> best = scores.entrySet().stream()
                .filter(score -> score.getValue() >= rules.zScoreMin())
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))))
                .map(Map.Entry::getKey)
                .toList();
        return usage.withoutParts(best, outlets).stream()
                .limit(TERMS)
                .map(key -> new SideTerm(
                        usage.surface(key, outlets),
                        scores.getOrDefault(key, 0.0),
                        usage.count(key, outlets),
                        usage.count(key, others),
                        usage.example(key, outlets)))
                .toList();
    }
}
