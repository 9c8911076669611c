package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares the articles of stories all with all, but lets a sample stand for two parts of stories that are no neighbors: most
 * are not, and what their articles have in common decides nothing. That takes a seventh of the time and gives the same
 * stories, but for .004 of BCubed F1 (EVALUATION.md).
 */
final class PairComparison {

    /** Articles of a part that show whether it is a neighbor of another. */
    private static final int SAMPLE = 4;

    private final SameStoryModel model;
    private final AssignmentRules rules;

    PairComparison(SameStoryModel model, AssignmentRules rules) {
        this.model = model;
        this.rules = rules;
    }

    /** An article and its place among all. */
    private record Numbered(Member article, int number) {}

    /** Articles of one story that would stay together if there were no others. */
    private record Part(OpenStory story, List<Numbered> articles) {}

    /** Returns the probabilities for all articles, which are numbered one story after the other. */
    PairProbabilities of(List<OpenStory> stories) {
        List<List<Numbered>> numbered = numbered(stories);
        var pairs = new PairProbabilities(numbered.stream().mapToInt(List::size).sum());
        numbered.parallelStream().forEach(articles -> compareWithin(articles, pairs));
        List<Part> parts = IntStream.range(0, stories.size())
                .boxed()
                .flatMap(i -> parts(stories.get(i), numbered.get(i), pairs).stream())
                .toList();
        parts.parallelStream()
                .forEach(part -> parts.stream()
                        .takeWhile(earlier -> earlier.story() != part.story())
                        .forEach(earlier -> compareBetween(part, earlier, pairs)));
        return pairs;
    }

    private static List<List<Numbered>> numbered(List<OpenStory> stories) {
        List<List<Numbered>> numbered = new ArrayList<>();
        int number = 0;
        for (OpenStory story : stories) {
            List<Numbered> articles = new ArrayList<>();
            for (Member member : story.members()) {
                articles.add(new Numbered(member, number++));
            }
            numbered.add(articles);
        }
        return numbered;
    }

    /** Articles of one story are loyal, so that it does not flap, and may lie as far apart in time as the story is long. */
    private void compareWithin(List<Numbered> story, PairProbabilities pairs) {
        for (Numbered a : story) {
            for (Numbered b : story.subList(0, a.number() - story.getFirst().number())) {
                pairs.set(a.number(), b.number(), probability(a.article(), b.article()) + rules.loyalty());
            }
        }
    }

    private List<Part> parts(OpenStory story, List<Numbered> articles, PairProbabilities pairs) {
        int[] clusters =
                AverageLink.clusters(pairs.range(articles.getFirst().number(), articles.size()), rules.threshold());
        Map<Integer, List<Numbered>> parts = new LinkedHashMap<>();
        for (int i = 0; i < clusters.length; i++) {
            parts.computeIfAbsent(clusters[i], _ -> new ArrayList<>()).add(articles.get(i));
        }
        return parts.values().stream().map(part -> new Part(story, part)).toList();
    }

    private void compareBetween(Part one, Part other, PairProbabilities pairs) {
        double mean = sampledMean(one, other);
        boolean far = mean < rules.neighborSimilarity();
        for (Numbered a : one.articles()) {
            for (Numbered b : other.articles()) {
                double probability = far ? mean : probabilityWithinReach(a.article(), b.article());
                pairs.set(a.number(), b.number(), probability);
            }
        }
    }

    private double sampledMean(Part one, Part other) {
        List<Numbered> some = OpenStory.sample(one.articles(), SAMPLE);
        List<Numbered> others = OpenStory.sample(other.articles(), SAMPLE);
        double sum = 0;
        for (Numbered a : some) {
            for (Numbered b : others) {
                sum += probabilityWithinReach(a.article(), b.article());
            }
        }
        return sum / (some.size() * others.size());
    }

    /** Articles of two stories that lie far apart in time are not of one event. */
    private double probabilityWithinReach(Member a, Member b) {
        return a.secondsFrom(b) > rules.reach().toSeconds() ? 0 : probability(a, b);
    }

    private double probability(Member a, Member b) {
        return Copies.areOneReport(a, b) ? 1 : model.probability(Evidence.between(a, b));
    }
}
