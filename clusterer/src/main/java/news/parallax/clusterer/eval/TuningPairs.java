package news.parallax.clusterer.eval;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.clusterer.AnalysisThreads;
import news.parallax.clusterer.eval.PairScores.Judged;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Evidence;
import news.parallax.clusterer.story.SameStoryModel;

/**
 * Pairs of articles.
 *
 * @param evidence of each pair
 * @param same whether each pair tells one event
 * @param threshold from which probability on two are taken for one event
 */
record TuningPairs(List<Evidence> evidence, List<Boolean> same, double threshold) implements TuningFile {

    /** Compares the pairs of a file. */
    static TuningPairs read(LabelledPairs file, AnalysisThreads analysis, AssignmentRules rules) {
        List<Evidence> evidence = PairEval.compare(file.rows(), analysis, rules);
        return new TuningPairs(
                evidence, file.rows().stream().map(LabelledPairs.Row::same).toList(), rules.threshold());
    }

    /** Mean of AUC and F1, over all pairs and over those in two languages, each counting half. */
    @Override
    public double score(SameStoryModel model) {
        List<Judged> judged = IntStream.range(0, evidence.size())
                .mapToObj(i -> new Judged(model.probability(evidence.get(i)), same.get(i)))
                .toList();
        List<Judged> foreign = IntStream.range(0, evidence.size())
                .filter(i -> evidence.get(i).foreign() == 1)
                .mapToObj(judged::get)
                .toList();
        return Stream.of(judged, foreign)
                .map(pairs -> PairScores.of(pairs, threshold))
                .mapToDouble(scores -> (scores.auc().orElse(1) + scores.f1()) / 2)
                .average()
                .orElseThrow();
    }

    @Override
    public TuningPairs pairs() {
        return this;
    }
}
