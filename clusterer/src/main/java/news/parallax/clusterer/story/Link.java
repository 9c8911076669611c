package news.parallax.clusterer.story;

import java.util.Comparator;
import java.util.List;

/**
 * How an article relates to a story.
 *
 * @param story the story
 * @param comparisons with articles of the story, in order of arrival
 * @param similarity mean probability over them; 1 if there are none
 */
record Link(OpenStory story, List<Comparison> comparisons, double similarity) {

    /** The weakest first; ties by the story's id. */
    static final Comparator<Link> BY_SIMILARITY = Comparator.comparingDouble(Link::similarity)
            .thenComparing(link -> link.story().id());

    /**
     * An article compared with one of a story.
     *
     * @param other the one of the story
     * @param evidence for one event
     * @param probability of one event
     */
    record Comparison(Member other, Evidence evidence, double probability) {}

    /** Articles of a story that are looked at first. */
    private static final int FIRST_LOOK = 4;

    /** A story of less similarity at first look is another event, whatever its other articles say. */
    private static final double HOPELESS = 0.05;

    /** Compares an article with at most so many other members of a story; with few if those show another event. */
    static Link between(Member article, OpenStory story, int comparedMembers, SameStoryModel model) {
        if (comparedMembers > FIRST_LOOK && story.members().size() > FIRST_LOOK) {
            Link firstLook = compare(article, story, FIRST_LOOK, model);
            if (firstLook.similarity() < HOPELESS) {
                return firstLook;
            }
        }
        return compare(article, story, comparedMembers, model);
    }

    private static Link compare(Member article, OpenStory story, int limit, SameStoryModel model) {
        List<Comparison> comparisons = story.sample(limit).stream()
                .filter(member -> member.arrival() != article.arrival())
                .map(member -> {
                    Evidence evidence = Evidence.between(article, member);
                    return new Comparison(member, evidence, model.probability(evidence));
                })
                .toList();
        double similarity = comparisons.stream()
                .mapToDouble(Comparison::probability)
                .average()
                .orElse(1);
        return new Link(story, comparisons, similarity);
    }
}
