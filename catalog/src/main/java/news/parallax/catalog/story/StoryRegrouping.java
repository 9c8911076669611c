package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.change.StoryOutbox;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.error.CatalogException.Taken;
import news.parallax.catalog.story.RegroupingRecorder.Regrouping;
import news.parallax.catalog.story.StoryChange.Merge;
import news.parallax.catalog.story.StoryChange.Move;
import news.parallax.catalog.story.StoryChange.Split;
import news.parallax.catalog.story.StoryEventEntity.Kind;

/**
 * Merges and splits stories and moves articles between them: all or nothing, and twice as once. Every change leaves an
 * event; a call that finds its work done leaves none.
 */
@Singleton
public class StoryRegrouping {
    private final WriterTurn turn;
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final ArticleRepository articles;
    private final StoryRedirectRepository redirects;
    private final StoryEventRepository events;
    private final RegroupingRecorder recorder;
    private final StoryOutbox outbox;

    StoryRegrouping(
            WriterTurn turn,
            StoryRepository stories,
            MembershipRepository memberships,
            ArticleRepository articles,
            StoryRedirectRepository redirects,
            StoryEventRepository events,
            RegroupingRecorder recorder,
            StoryOutbox outbox) {
        this.turn = turn;
        this.stories = stories;
        this.memberships = memberships;
        this.articles = articles;
        this.redirects = redirects;
        this.events = events;
        this.recorder = recorder;
        this.outbox = outbox;
    }

    /** The stories after a split. */
    record Parts(StoryEntity old, StoryEntity made) {}

    /** Returns the story that remains. */
    StoryEntity merge(Merge merge) {
        return turn.take(() -> apply(merge));
    }

    /** Returns both stories. */
    Parts split(Split split) {
        return turn.take(() -> apply(split));
    }

    /** Returns the story that the articles are in. */
    StoryEntity move(Move move) {
        return turn.take(() -> apply(move));
    }

    /** Makes all changes or, if one is refused, none; returns whether it has not done so before. */
    boolean consolidate(Consolidation consolidation) {
        return turn.take(() -> {
            boolean repeated = !consolidation.requestId().isEmpty()
                    && consolidation.requestId().equals(memberships.consolidation().requestId);
            if (!repeated) {
                apply(consolidation);
            }
            return !repeated;
        });
    }

    private void apply(Consolidation consolidation) {
        for (int place = 0; place < consolidation.changes().size(); place++) {
            apply(consolidation.changes().get(place), place);
            // else each change would look through all rows of those before
            stories.forgetRead();
        }
        ConsolidationEntity last = memberships.consolidation();
        last.requestId = consolidation.requestId();
        if (consolidation.done()) {
            last.lastArrival = articles.lastArrival();
        }
    }

    private void apply(StoryChange change, int place) {
        try {
            switch (change) {
                case Merge merge -> apply(merge);
                case Split split -> apply(split);
                case Move move -> apply(move);
            }
        } catch (CatalogException refusal) {
            throw refusal.with("change", String.valueOf(place));
        }
    }

    private StoryEntity apply(Merge merge) {
        StoryEntity target = stories.require(merge.storyId());
        Set<String> merged = new TreeSet<>();
        for (String id : merge.mergedIds()) {
            checkOther(id, merge.storyId(), target);
            merged.add(stories.require(id).id);
        }
        merged.remove(target.id);
        checkKept(merged);
        if (merged.isEmpty()) {
            recorder.confirm(target, merge.note());
        } else {
            recorder.record(
                    new Regrouping(Kind.MERGED, target, merged, target), memberships.ofStories(merged), merge.note());
        }
        return target;
    }

    private Parts apply(Split split) {
        StoryEntity old = stories.require(split.storyId());
        Set<String> wanted = new LinkedHashSet<>(split.articleIds());
        StoryEntity there = stories.findById(split.newStoryId());
        if (there != null) {
            checkRepeats(old, there.id, wanted);
            return new Parts(old, there);
        }
        Map<String, MembershipEntity> leaving = stories.memberships(wanted);
        wanted.forEach(id -> checkIn(old, id, leaving));
        if (wanted.size() == old.articleCount) {
            throw new Invalid(
                    "SPLIT_LEAVES_NOTHING",
                    "article_ids names all %d articles of story %s".formatted(wanted.size(), old.id),
                    Map.of("story_id", old.id, "count", String.valueOf(wanted.size())));
        }
        var made = new StoryEntity();
        made.id = split.newStoryId();
        stories.persist(made);
        outbox.note(made.id, StoryAspect.FOUNDED);
        recorder.record(new Regrouping(Kind.SPLIT, old, Set.of(made.id), made), leaving.values(), split.note());
        return new Parts(old, made);
    }

    private StoryEntity apply(Move move) {
        StoryEntity target = stories.require(move.storyId());
        Map<String, MembershipEntity> known = stories.memberships(new HashSet<>(move.articleIds()));
        move.articleIds().forEach(id -> checkKnown(id, known));
        List<MembershipEntity> moving = known.values().stream()
                .filter(membership -> !membership.storyId.equals(target.id))
                .toList();
        if (moving.isEmpty()) {
            recorder.confirm(target, move.note());
            return target;
        }
        Set<String> origins = new TreeSet<>();
        moving.forEach(membership -> origins.add(membership.storyId));
        StoryEventEntity moved =
                recorder.record(new Regrouping(Kind.ARTICLES_MOVED, target, origins, target), moving, move.note());
        origins.stream()
                .filter(id -> stories.require(id).articleCount == 0)
                .forEach(id -> recorder.record(Regrouping.after(moved, id, target), List.of(), move.note()));
        return target;
    }

    /** Refuses stories whose articles are gone: an undo could not bring back what their counts are made of. */
    private void checkKept(Set<String> storyIds) {
        stories.pastContributions(storyIds).stream().findFirst().ifPresent(past -> {
            throw new Lost(
                    "STORY_ARTICLES_REMOVED",
                    "Articles of story %s are no longer kept, so it cannot be merged".formatted(past.storyId()),
                    Map.of("story_id", past.storyId()));
        });
    }

    private static void checkOther(String mergedId, String storyId, StoryEntity target) {
        if (mergedId.equals(storyId) || mergedId.equals(target.id)) {
            throw new Invalid(
                    "STORY_MERGES_INTO_ITSELF",
                    "Story %s cannot be merged into itself".formatted(mergedId),
                    Map.of("story_id", mergedId));
        }
    }

    /** Refuses a story that is there, unless the same split made it and nothing has happened to its articles since. */
    private void checkRepeats(StoryEntity old, String newStoryId, Set<String> wanted) {
        boolean repeats = events.splitThatMade(newStoryId)
                        .filter(event -> redirects.targetOf(event.storyId).equals(old.id))
                        .isPresent()
                && memberships.articleIds(newStoryId).equals(wanted);
        if (!repeats) {
            throw new Taken(
                    "STORY_EXISTS",
                    "There is a story %s already, and not by this split".formatted(newStoryId),
                    Map.of("new_story_id", newStoryId));
        }
    }

    private static void checkIn(StoryEntity story, String articleId, Map<String, MembershipEntity> known) {
        MembershipEntity membership = known.get(articleId);
        if (membership == null || !membership.storyId.equals(story.id)) {
            throw new Lost(
                    "ARTICLE_NOT_IN_STORY",
                    "Article %s is not in story %s".formatted(articleId, story.id),
                    Map.of("article_id", articleId, "story_id", story.id));
        }
    }

    private static void checkKnown(String articleId, Map<String, MembershipEntity> known) {
        if (!known.containsKey(articleId)) {
            throw new NotFound(
                    "ARTICLE_NOT_FOUND",
                    "The catalog has no article %s".formatted(articleId),
                    Map.of("article_id", articleId));
        }
    }
}
