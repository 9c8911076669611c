package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.story.MembershipRepository.Mention;
import news.parallax.catalog.story.MembershipRepository.StoryMention;

/** Tells why articles are in their stories, with what is known now of the articles and stories that explain it. */
@Singleton
public class MembershipExplanations {
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final StoryRedirectRepository redirects;

    MembershipExplanations(
            StoryRepository stories, MembershipRepository memberships, StoryRedirectRepository redirects) {
        this.stories = stories;
        this.memberships = memberships;
        this.redirects = redirects;
    }

    /**
     * Why an article is in its story.
     *
     * @param explanation the comparisons; empty if they were not recorded
     */
    record Explained(MembershipEntity row, Optional<MembershipExplanationEntity> explanation) {}

    /**
     * What several memberships name.
     *
     * @param articles by id, those in the catalog
     * @param targets what the ids of merged stories stand for
     * @param stories by id, those in the catalog that remain
     */
    record Named(Map<String, Mention> articles, Map<String, String> targets, Map<String, StoryMention> stories) {
        String remaining(String storyId) {
            return targets.getOrDefault(storyId, storyId);
        }
    }

    /** Returns one for each article, in order; throws NotFound if one has none. */
    List<Explained> of(List<String> articleIds) {
        Map<String, MembershipEntity> rows = stories.memberships(articleIds);
        Map<String, MembershipExplanationEntity> explanations = memberships.explanations(articleIds);
        return articleIds.stream()
                .map(id -> new Explained(require(id, rows), Optional.ofNullable(explanations.get(id))))
                .toList();
    }

    /** Returns the articles and stories that they name. */
    Named namedBy(List<Explained> explained) {
        Set<String> articleIds = new HashSet<>();
        Set<String> storyIds = new HashSet<>();
        explained.stream().flatMap(one -> one.explanation().stream()).forEach(why -> {
            why.nearest.forEach(nearest -> articleIds.add(nearest.articleId()));
            storyIds.add(why.storyId);
            Optional.ofNullable(why.runnerUp).ifPresent(next -> storyIds.add(next.storyId()));
        });
        Map<String, String> targets = redirects.targets(storyIds);
        return new Named(
                memberships.mentions(articleIds), targets, memberships.storyMentions(remaining(storyIds, targets)));
    }

    private static List<String> remaining(Collection<String> storyIds, Map<String, String> targets) {
        return storyIds.stream()
                .map(id -> targets.getOrDefault(id, id))
                .distinct()
                .toList();
    }

    private static MembershipEntity require(String articleId, Map<String, MembershipEntity> rows) {
        if (!rows.containsKey(articleId)) {
            throw new NotFound(
                    "ARTICLE_NOT_FOUND",
                    "The catalog has no article %s".formatted(articleId),
                    Map.of("article_id", articleId));
        }
        return Objects.requireNonNull(rows.get(articleId));
    }
}
