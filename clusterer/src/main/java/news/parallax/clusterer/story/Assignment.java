package news.parallax.clusterer.story;

/** What was decided about an article. */
public sealed interface Assignment {

    /** The article's place. */
    Membership membership();

    /** It is the first of its story. */
    record Founded(Membership membership, Explanation explanation) implements Assignment {}

    /** It tells what a story tells. */
    record Joined(Membership membership, Explanation explanation) implements Assignment {}

    /**
     * It was here before and stays where it is.
     *
     * @param changed whether its title or text differ from what was known
     */
    record Repeated(Membership membership, boolean changed) implements Assignment {}
}
