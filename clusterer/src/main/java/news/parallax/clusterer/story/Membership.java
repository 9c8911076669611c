package news.parallax.clusterer.story;

import java.util.List;
import java.util.Optional;

/**
 * Why an article is in its story.
 *
 * @param storyId the story
 * @param similarity mean probability of telling the same event as the story's articles, in [0, 1]; 1 for the founder
 * @param evidence mean evidence over the same articles
 * @param sharedTerms words and names shared with the story, heaviest first, at most ten
 * @param copyOf article whose text this one repeats, if it is a copy
 */
public record Membership(
        String storyId, double similarity, Evidence evidence, List<String> sharedTerms, Optional<String> copyOf) {

    public Membership {
        sharedTerms = List.copyOf(sharedTerms);
    }

    /** The founder's: nothing to compare with. */
    static Membership founding(String storyId) {
        return new Membership(storyId, 1, Evidence.OF_ITSELF, List.of(), Optional.empty());
    }

    /** The same in another story: the catalog knew the article already. */
    Membership in(String otherStoryId) {
        return new Membership(otherStoryId, similarity, evidence, sharedTerms, copyOf);
    }
}
