package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.error.CatalogException.Taken;
import news.parallax.catalog.story.StoryEventEntity.Kind;
import org.jboss.logging.Logger;

/**
 * Merges and splits stories and moves articles between them: all or nothing, and twice as once. Every change leaves an
 * event; a call that finds its work done leaves none.
 */
@Singleton
public class StoryRegrouping {
    private static final Logger LOG = Logger.getLogger(StoryRegrouping.class);
    private static final int EVENT_ARTICLES_LIMIT = 1_000;

    private final WriterTurn turn;
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final StoryRedirectRepository redirects;
    private final StoryEventRepository events;
    private final StoryRepair repair;
    private final InstantSource clock;

    StoryRegrouping(
            WriterTurn turn,
            StoryRepository stories,
            MembershipRepository memberships,
            StoryRedirectRepository redirects,
            StoryEventRepository events,
            StoryRepair repair,
            InstantSource clock) {
        this.turn = turn;
        this.stories = stories;
        this.memberships = memberships;
        this.redirects = redirects;
        this.events = events;
        this.repair = repair;
        this.clock = clock;
    }

    /**
     * What is done to stories.
     *
     * @param story the one that the event is about
     * @param others by id
     * @param destination where the articles go
     */
    private record Change(Kind kind, StoryEntity story, Set<String> others, StoryEntity destination) {}

    /** The stories after a split. */
    record Parts(StoryEntity old, StoryEntity made) {}

    /** Returns the story that remains. */
    StoryEntity merge(String storyId, List<String> mergedIds, ChangeNote note) {
        return turn.take(() -> {
            StoryEntity target = stories.require(storyId);
            Set<String> merged = new TreeSet<>();
            for (String id : mergedIds) {
                checkOther(id, storyId, target);
                merged.add(stories.require(id).id);
            }
            merged.remove(target.id);
            if (!merged.isEmpty()) {
                regroup(new Change(Kind.MERGED, target, merged, target), memberships.ofStories(merged), note);
                redirects.redirect(merged, target.id);
            }
            return target;
        });
    }

    /** Returns both stories. */
    Parts split(String storyId, String newStoryId, List<String> articleIds, ChangeNote note) {
        return turn.take(() -> {
            StoryEntity old = stories.require(storyId);
            Set<String> wanted = new LinkedHashSet<>(articleIds);
            StoryEntity there = stories.findById(newStoryId);
            if (there != null) {
                checkRepeats(old, newStoryId, wanted);
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
            made.id = newStoryId;
            stories.persist(made);
            regroup(new Change(Kind.SPLIT, old, Set.of(made.id), made), leaving.values(), note);
            return new Parts(old, made);
        });
    }

    /** Returns the story that the articles are in. */
    StoryEntity move(List<String> articleIds, String storyId, ChangeNote note) {
        return turn.take(() -> {
            StoryEntity target = stories.require(storyId);
            Map<String, MembershipEntity> known = stories.memberships(new HashSet<>(articleIds));
            articleIds.forEach(id -> checkKnown(id, known));
            List<MembershipEntity> moving = known.values().stream()
                    .filter(membership -> !membership.storyId.equals(target.id))
                    .toList();
            if (moving.isEmpty()) {
                return target;
            }
            Set<String> origins = new TreeSet<>();
            moving.forEach(membership -> origins.add(membership.storyId));
            regroup(new Change(Kind.ARTICLES_MOVED, target, origins, target), moving, note);
            origins.stream().filter(id -> stories.require(id).articleCount == 0).forEach(id -> {
                regroup(new Change(Kind.MERGED, target, Set.of(id), target), List.of(), note);
                redirects.redirect(Set.of(id), target.id);
            });
            return target;
        });
    }

    /** Puts articles where they belong, puts the stories right, and records the event. */
    private void regroup(Change change, Collection<MembershipEntity> moving, ChangeNote note) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        stories.flush();
        Map<String, StoryEntity> rows = stories.byIds(change.others());
        List<StoryEntity> concerned = Stream.concat(
                        Stream.of(change.story()),
                        change.others().stream().map(id -> Objects.requireNonNull(rows.get(id), id)))
                .toList();
        Map<String, Integer> before = new HashMap<>();
        concerned.forEach(one -> before.put(one.id, one.articleCount));
        moving.forEach(membership -> {
            membership.storyId = change.destination().id;
            membership.createTime = now;
        });
        repair.repair(concerned);
        StoryEventEntity event = event(change, moving, note);
        event.createTime = now;
        event.counts = concerned.stream()
                .map(one -> new StoryEventEntity.Count(one.id, before.getOrDefault(one.id, 0), one.articleCount))
                .toList();
        events.persist(event);
        LOG.infof(
                "stories regrouped kind=%s story=%s others=%s articles=%d actor=%s",
                event.kind, event.storyId, event.otherStoryIds, event.articleCount, event.actor);
    }

    private static StoryEventEntity event(Change change, Collection<MembershipEntity> moving, ChangeNote note) {
        var event = new StoryEventEntity();
        event.kind = change.kind();
        event.actor = note.actor();
        event.reason = note.reason();
        event.storyId = change.story().id;
        event.otherStoryIds = List.copyOf(change.others());
        event.articleIds = moving.stream()
                .map(membership -> membership.articleId)
                .sorted()
                .limit(EVENT_ARTICLES_LIMIT)
                .toList();
        event.articleCount = moving.size();
        return event;
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
