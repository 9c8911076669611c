package news.parallax.catalog.story;

import java.util.Optional;

/**
 * Where an article is said to belong, and why.
 *
 * @param row complete but for the time of coming into the story
 * @param explanation the comparisons, if they were told
 */
record MembershipDraft(MembershipEntity row, Optional<MembershipExplanationEntity> explanation) {

    String articleId() {
        return row.articleId;
    }

    /** Lets a merged story stand for the one that remains. */
    void belongTo(String storyId) {
        row.storyId = storyId;
        explanation.ifPresent(why -> why.storyId = storyId);
    }
}
