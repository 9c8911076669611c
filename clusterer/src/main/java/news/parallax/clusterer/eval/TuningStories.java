package news.parallax.clusterer.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.AverageLink;
import news.parallax.clusterer.story.Evidence;
import news.parallax.clusterer.story.Member;
import news.parallax.clusterer.story.PairProbabilities;
import news.parallax.clusterer.story.SameStoryModel;

/**
 * Articles of labelled stories, each compared with all before it. A model is tried by clustering all of them by average
 * link, as consolidation does with neighboring stories: the stream only finds out which are neighbors.
 */
final class TuningStories implements TuningFile {

    /** Pairs that share less are of different stories whatever the weights: most pairs, which are not kept. */
    private static final double LITTLE = 0.02;

    private static final double LITTLE_MEANING = 0.35;

    /** Pairs from which a first model is fitted, of either kind. */
    private static final int SAMPLE = 20_000;

    private final List<String> stories;
    private final List<Kept> rows;
    private final AssignmentRules rules;

    /**
     * What an article shares with those before it.
     *
     * @param others their numbers, ascending
     * @param evidence beside them
     */
    private record Kept(int[] others, Evidence[] evidence) {}

    private TuningStories(List<String> stories, List<Kept> rows, AssignmentRules rules) {
        this.stories = stories;
        this.rows = rows;
        this.rules = rules;
    }

    /** Reads the articles as a stream does, then compares them. */
    static TuningStories read(LabelledArticles file, AnalysisThreads analysis, AssignmentRules rules) {
        List<Member> articles = ClusterEval.read(file.rows(), analysis, rules);
        List<Kept> rows = IntStream.range(0, articles.size())
                .parallel()
                .mapToObj(i -> compare(articles, i, rules))
                .toList();
        return new TuningStories(
                file.rows().stream().map(LabelledArticles.Row::story).toList(), rows, rules);
    }

    private static Kept compare(List<Member> articles, int article, AssignmentRules rules) {
        int[] others = new int[article];
        List<Evidence> evidence = new ArrayList<>();
        for (int other = 0; other < article; other++) {
            Member one = articles.get(article);
            Evidence pair = Evidence.between(one, articles.get(other));
            if (isEnough(pair)
                    && one.secondsFrom(articles.get(other)) <= rules.reach().toSeconds()) {
                others[evidence.size()] = other;
                evidence.add(pair);
            }
        }
        return new Kept(Arrays.copyOf(others, evidence.size()), evidence.toArray(Evidence[]::new));
    }

    private static boolean isEnough(Evidence pair) {
        return pair.terms() > LITTLE
                || pair.title() > LITTLE
                || pair.names() > LITTLE
                || pair.meaning() > LITTLE_MEANING;
    }

    @Override
    public double score(SameStoryModel model) {
        float[][] probabilities = new float[rows.size()][];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = new float[i];
            Kept row = rows.get(i);
            for (int k = 0; k < row.others().length; k++) {
                probabilities[i][row.others()[k]] = (float) model.probability(row.evidence()[k]);
            }
        }
        int[] clusters = AverageLink.clusters(PairProbabilities.of(probabilities), rules.threshold());
        return ClusterScores.tuningScore(
                stories, Arrays.stream(clusters).mapToObj(Integer::toString).toList());
    }

    /** At most so many of either kind, always the same. */
    @Override
    public TuningPairs pairs() {
        List<Evidence> evidence = new ArrayList<>();
        List<Boolean> same = new ArrayList<>();
        for (boolean kind : new boolean[] {true, false}) {
            List<Evidence> ofKind = pairs(kind);
            var random = new SplittableRandom(ofKind.size());
            random.ints(Math.min(SAMPLE, ofKind.size()), 0, ofKind.size()).forEach(i -> {
                evidence.add(ofKind.get(i));
                same.add(kind);
            });
        }
        return new TuningPairs(evidence, same, rules.threshold());
    }

    private List<Evidence> pairs(boolean same) {
        List<Evidence> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Kept row = rows.get(i);
            for (int k = 0; k < row.others().length; k++) {
                if (stories.get(i).equals(stories.get(row.others()[k])) == same) {
                    pairs.add(row.evidence()[k]);
                }
            }
        }
        return pairs;
    }
}
