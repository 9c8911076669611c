package news.parallax.clusterer.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What editors decided about articles of the window. Articles pinned in one story must be together, those pinned in two
 * cannot be, nor can an article be with those pinned in a story that it is barred from (must-link and cannot-link:
 * Wagstaff et al. 2001). Belongs to the one writer.
 */
final class Placements {

    private final Set<String> pinnedArticleIds = new HashSet<>();
    private final Map<String, Set<String>> barredStoryIds = new HashMap<>();

    void note(Placement placement) {
        if (placement.pinned()) {
            pinnedArticleIds.add(placement.articleId());
        } else {
            pinnedArticleIds.remove(placement.articleId());
        }
        if (placement.barredStoryIds().isEmpty()) {
            barredStoryIds.remove(placement.articleId());
        } else {
            barredStoryIds.put(placement.articleId(), placement.barredStoryIds());
        }
    }

    /** Forgets what was decided about articles that are not in the window any more. */
    void keepOnly(Predicate<String> articleIds) {
        pinnedArticleIds.removeIf(articleIds.negate());
        barredStoryIds.keySet().removeIf(articleIds.negate());
    }

    boolean isPinned(Member member) {
        return pinnedArticleIds.contains(member.id());
    }

    /** Has articles clustered as editors decided: joins some before all others, and never joins some. */
    void constrain(List<Member> articles, PairProbabilities pairs) {
        for (int i = 0; i < articles.size(); i++) {
            if (isPinned(articles.get(i))
                    || barredStoryIds.containsKey(articles.get(i).id())) {
                for (int j = 0; j < articles.size(); j++) {
                    if (i != j && mustLink(articles.get(i), articles.get(j))) {
                        pairs.join(i, j);
                    } else if (i != j && cannotLink(articles.get(i), articles.get(j))) {
                        pairs.part(i, j);
                    }
                }
            }
        }
    }

    private boolean mustLink(Member one, Member other) {
        return isPinned(one) && isPinned(other) && storyId(one).equals(storyId(other));
    }

    private boolean cannotLink(Member one, Member other) {
        return isPinned(one) && (isPinned(other) || isBarred(other, storyId(one)))
                || isPinned(other) && isBarred(one, storyId(other));
    }

    private boolean isBarred(Member member, String storyId) {
        return barredStoryIds.getOrDefault(member.id(), Set.of()).contains(storyId);
    }

    private static String storyId(Member member) {
        return member.membership().storyId();
    }
}
