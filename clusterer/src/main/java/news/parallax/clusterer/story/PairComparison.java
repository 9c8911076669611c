package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the articles of stories all with all, but lets a sample stand for two stories that are no neighbors: most are
 * not, and what their articles have in common decides nothing. That takes a seventh of the time and gives the same stories,
 * but for .001 of BCubed F1 (EVALUATION.md).
 */
final class PairComparison {

    /** Articles of a story that show whether it is a neighbor of another. */
    private static final int SAMPLE = 4;

    private final SameStoryModel model;
    private final AssignmentRules rules;

    PairComparison(SameStoryModel model, AssignmentRules rules) {
        this.model = model;
        this.rules = rules;
    }

    /** Articles that are numbered from a start on. */
    private record Numbered(OpenStory story, int start) {

        Member article(int place) {
            return story.members().get(place);
        }

        int size() {
            return story.members().size();
        }
    }

    /** Returns the probabilities for all articles, which are numbered one story after the other. */
    PairProbabilities of(List<OpenStory> stories) {
        List<Numbered> numbered = new ArrayList<>();
        int articles = 0;
        for (OpenStory story : stories) {
            numbered.add(new Numbered(story, articles));
            articles += story.members().size();
        }
        var pairs = new PairProbabilities(articles);
        numbered.parallelStream().forEach(story -> {
            compareWithin(story, pairs);
            numbered.stream()
                    .takeWhile(earlier -> earlier != story)
                    .forEach(earlier -> compareBetween(story, earlier, pairs));
        });
        return pairs;
    }

    /** Articles of one story are loyal, so that it does not flap, and may lie as far apart in time as the story is long. */
    private void compareWithin(Numbered story, PairProbabilities pairs) {
        for (int a = 1; a < story.size(); a++) {
            for (int b = 0; b < a; b++) {
                double probability = probability(story.article(a), story.article(b));
                pairs.set(story.start() + a, story.start() + b, probability + rules.loyalty());
            }
        }
    }

    private void compareBetween(Numbered one, Numbered other, PairProbabilities pairs) {
        double mean = sampledMean(one.story(), other.story());
        boolean far = mean < rules.neighborSimilarity();
        for (int a = 0; a < one.size(); a++) {
            for (int b = 0; b < other.size(); b++) {
                double probability = far ? mean : probabilityWithinReach(one.article(a), other.article(b));
                pairs.set(one.start() + a, other.start() + b, probability);
            }
        }
    }

    private double sampledMean(OpenStory one, OpenStory other) {
        List<Member> some = one.sample(SAMPLE);
        List<Member> others = other.sample(SAMPLE);
        double sum = 0;
        for (Member a : some) {
            for (Member b : others) {
                sum += probabilityWithinReach(a, b);
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
