package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.parallax.catalog.story.MembershipRepository.Copy;
import news.parallax.catalog.story.StoryRepository.Citation;

/**
 * Puts right what stories say after articles have come or gone: which article is a copy of which, headline, points,
 * counts. To be called within a writer's turn.
 */
@Singleton
class StoryRepair {
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final StoryRecount recount;

    StoryRepair(StoryRepository stories, MembershipRepository memberships, StoryRecount recount) {
        this.stories = stories;
        this.memberships = memberships;
        this.recount = recount;
    }

    void repair(Collection<StoryEntity> changed) {
        List<String> ids = changed.stream().map(story -> story.id).toList();
        stories.flush();
        pointCopies(ids);
        recount.recount(ids);
        Map<String, Citation> citations = stories.citations(changed.stream()
                .flatMap(story -> Stream.concat(
                        Stream.ofNullable(story.titleArticleId),
                        story.summary.stream().map(StoryEntity.Point::articleId)))
                .toList());
        changed.forEach(story -> repairDigest(story, citations));
    }

    /**
     * Copies of one original repeat one text, wherever the original is: if it is in another story, the earliest copy
     * becomes the original of the others, so that they still count as one report. What was recorded is kept beside it,
     * hence a split that is undone leaves no trace. An original that is not in the catalog may still come, and stays.
     */
    private void pointCopies(List<String> storyIds) {
        Map<List<String>, String> earliest = new HashMap<>();
        for (Copy copy : memberships.copies(storyIds)) {
            MembershipEntity membership = copy.membership();
            String original = membership.recordedCopyOfArticleId;
            if (original == null
                    || copy.originalStoryId() == null
                    || membership.storyId.equals(copy.originalStoryId())) {
                membership.copyOfArticleId = original;
            } else {
                membership.copyOfArticleId =
                        earliest.putIfAbsent(List.of(membership.storyId, original), membership.articleId);
            }
        }
    }

    private void repairDigest(StoryEntity story, Map<String, Citation> citations) {
        story.summary = new ArrayList<>(story.summary.stream()
                .filter(point -> cites(story, point.articleId(), citations))
                .toList());
        if (story.titleArticleId == null || !cites(story, story.titleArticleId, citations)) {
            story.title = "";
            story.titleArticleId = null;
        }
        if (story.title.isEmpty() && story.articleCount > 0) {
            memberships.earliestHeadline(story.id).ifPresent(headline -> {
                story.title = headline.title();
                story.titleArticleId = headline.articleId();
            });
        }
    }

    /** Whether an article is in the story, or was in its time and is no longer kept. */
    private static boolean cites(StoryEntity story, String articleId, Map<String, Citation> citations) {
        Citation citation = citations.get(articleId);
        return citation == null || citation.storyId().equals(story.id);
    }
}
