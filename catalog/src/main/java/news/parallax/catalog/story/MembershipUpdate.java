package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import news.parallax.catalog.database.WriterTurn;
import org.jboss.logging.Logger;

/**
 * Replaces why articles are in their stories, and whose copies they are: twice as once. Which story an article is in is
 * for {@link StoryRegrouping} to change.
 */
@Singleton
public class MembershipUpdate {
    private static final Logger LOG = Logger.getLogger(MembershipUpdate.class);

    private final WriterTurn turn;
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final StoryRedirectRepository redirects;
    private final StoryRepair repair;

    MembershipUpdate(
            WriterTurn turn,
            StoryRepository stories,
            MembershipRepository memberships,
            StoryRedirectRepository redirects,
            StoryRepair repair) {
        this.turn = turn;
        this.stories = stories;
        this.memberships = memberships;
        this.redirects = redirects;
        this.repair = repair;
    }

    /**
     * What became of one.
     *
     * @param storyId where the article is; empty if it is not in the catalog
     * @param updated whether it was replaced
     */
    record Receipt(String articleId, String storyId, boolean updated) {}

    /** Returns a receipt for each draft, in order. */
    List<Receipt> update(List<MembershipDraft> drafts) {
        return turn.take(() -> {
            Map<String, MembershipEntity> known = stories.memberships(
                    drafts.stream().map(MembershipDraft::articleId).toList());
            Map<String, String> targets = redirects.targets(
                    drafts.stream().map(draft -> draft.row().storyId).toList());
            Set<String> withOtherCopies = new TreeSet<>();
            Map<String, MembershipDraft> replaced = new LinkedHashMap<>();
            List<Receipt> receipts = new ArrayList<>();
            for (MembershipDraft draft : drafts) {
                draft.belongTo(targets.getOrDefault(draft.row().storyId, draft.row().storyId));
                MembershipEntity stored = known.get(draft.articleId());
                if (stored != null && stored.storyId.equals(draft.row().storyId)) {
                    replaced.put(draft.articleId(), draft);
                    if (replace(stored, draft.row())) {
                        withOtherCopies.add(stored.storyId);
                    }
                    receipts.add(new Receipt(draft.articleId(), stored.storyId, true));
                } else {
                    receipts.add(new Receipt(draft.articleId(), stored == null ? "" : stored.storyId, false));
                }
            }
            memberships.explainAnew(replaced.values());
            repair.repair(stories.byIds(withOtherCopies).values());
            LOG.infof("memberships updated articles=%d stories=%d", replaced.size(), withOtherCopies.size());
            return receipts;
        });
    }

    /** Returns whether it is said to be a copy of another article than before. */
    private static boolean replace(MembershipEntity stored, MembershipEntity row) {
        stored.similarity = row.similarity;
        stored.evidence = row.evidence;
        stored.sharedTerms = row.sharedTerms;
        if (Objects.equals(stored.recordedCopyOfArticleId, row.recordedCopyOfArticleId)) {
            return false;
        }
        stored.recordedCopyOfArticleId = row.recordedCopyOfArticleId;
        stored.copyOfArticleId = row.copyOfArticleId;
        return true;
    }
}
