package news.parallax.clusterer.story;

import java.util.ArrayList;
import java.util.List;

/**
 * How an article relates to a story.
 *
 * @param story the story
 * @param similarity mean probability over the members compared
 * @param evidence mean evidence over them
 * @param nearest the most probable of them
 */
record Link(OpenStory story, double similarity, Evidence evidence, Member nearest) {

    /** Compares an article with at most so many members of a story. */
    static Link between(Member newcomer, OpenStory story, int comparedMembers, SameStoryModel model) {
        List<Member> compared = story.sample(comparedMembers);
        List<Evidence> evidence = new ArrayList<>(compared.size());
        double sum = 0;
        double best = -1;
        Member nearest = compared.getFirst();
        for (Member member : compared) {
            Evidence pair = Evidence.between(newcomer, member);
            double probability = model.probability(pair);
            evidence.add(pair);
            sum += probability;
            if (probability > best) {
                best = probability;
                nearest = member;
            }
        }
        return new Link(story, sum / compared.size(), Evidence.mean(evidence), nearest);
    }
}
