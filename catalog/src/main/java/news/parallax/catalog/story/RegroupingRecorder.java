package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.change.StoryOutbox;
import news.parallax.catalog.metrics.CatalogMetrics;
import news.parallax.catalog.metrics.CatalogMetrics.StoryChange;
import news.parallax.catalog.story.StoryEventEntity.Count;
import news.parallax.catalog.story.StoryEventEntity.Kind;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles into other stories, unless an editor decided otherwise: keeps what editors decide, puts right what the
 * stories say, and records an event. To be called within a writer's turn.
 */
@Singleton
class RegroupingRecorder {
    private static final Logger LOG = Logger.getLogger(RegroupingRecorder.class);
    private static final int EVENT_ARTICLES_LIMIT = 1_000;

    private final StoryRepository stories;
    private final StoryRedirectRepository redirects;
    private final StoryEventRepository events;
    private final StoryRepair repair;
    private final Placements placements;
    private final StoryOutbox outbox;
    private final InstantSource clock;

    RegroupingRecorder(
            StoryRepository stories,
            StoryRedirectRepository redirects,
            StoryEventRepository events,
            StoryRepair repair,
            Placements placements,
            StoryOutbox outbox,
            InstantSource clock) {
        this.stories = stories;
        this.redirects = redirects;
        this.events = events;
        this.repair = repair;
        this.placements = placements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What is done to stories.
     *
     * @param story the one that the event is about
     * @param others by id
     * @param destination where the articles go
     * @param undone the event that this takes back; null if it takes back none
     * @param whole the event that this is a part of; null if it was asked for by itself
     */
    record Regrouping(
            Kind kind,
            StoryEntity story,
            Set<String> others,
            StoryEntity destination,
            @Nullable StoryEventEntity undone,
            @Nullable StoryEventEntity whole) {
        Regrouping(Kind kind, StoryEntity story, Set<String> others, StoryEntity destination) {
            this(kind, story, others, destination, null, null);
        }

        /** The merge of a story that a move has left without articles. */
        static Regrouping after(StoryEventEntity move, String emptiedId, StoryEntity destination) {
            return new Regrouping(Kind.MERGED, destination, Set.of(emptiedId), destination, null, move);
        }

        /** Whether an editor's decision is taken back, and what stood before stands again. */
        boolean restores() {
            return undone != null && undone.byEditor();
        }

        Set<String> origins() {
            return kind == Kind.SPLIT ? Set.of(story.id) : others;
        }
    }

    StoryEventEntity record(Regrouping regrouping, Collection<MembershipEntity> moving, ChangeNote note) {
        if (!note.byEditor()) {
            Placements.check(moving, regrouping.destination().id);
        }
        Instant now = now();
        stories.flush();
        List<StoryEntity> concerned = concerned(regrouping);
        Map<String, Integer> before = new HashMap<>();
        concerned.forEach(one -> before.put(one.id, one.articleCount));
        Map<String, String> origins = new TreeMap<>();
        moving.forEach(membership -> {
            origins.put(membership.articleId, membership.storyId);
            membership.storyId = regrouping.destination().id;
            membership.createTime = now;
        });
        repair.repair(concerned);
        StoryEventEntity event = event(regrouping.kind(), regrouping.story(), moving, note, now);
        event.otherStoryIds = List.copyOf(regrouping.others());
        event.counts = concerned.stream()
                .map(one -> new Count(one.id, before.getOrDefault(one.id, 0), one.articleCount))
                .toList();
        event.undoesEventId = regrouping.undone() == null ? null : regrouping.undone().id;
        event.partOfEventId = regrouping.whole() == null ? null : regrouping.whole().id;
        persist(event);
        origins.forEach((articleId, storyId) -> keep(event, articleId, storyId));
        concerned.forEach(one -> outbox.note(one.id, StoryAspect.REGROUPED));
        count(regrouping.kind());
        if (note.byEditor() && !regrouping.restores()) {
            placements.decide(regrouping.origins(), regrouping.destination().id, id(event));
        }
        if (regrouping.kind() == Kind.MERGED) {
            placements.follow(regrouping.others(), regrouping.story().id, id(event));
            redirects.redirect(regrouping.others(), regrouping.story().id, id(event));
            outbox.noteMerge(regrouping.others(), regrouping.story().id);
        }
        return event;
    }

    private static void count(Kind kind) {
        switch (kind) {
            case MERGED -> CatalogMetrics.changed(StoryChange.MERGED);
            case SPLIT -> CatalogMetrics.changed(StoryChange.SPLIT);
            case ARTICLES_MOVED -> CatalogMetrics.changed(StoryChange.MOVED);
            case ARTICLES_PINNED, ARTICLES_UNPINNED -> {}
        }
    }

    /** Notes that an editor has asked for what was so already: the articles of a story are pinned, if they were not. */
    void confirm(StoryEntity story, ChangeNote note) {
        List<MembershipEntity> unpinned = placements.unpinned(story.id);
        if (note.byEditor() && !unpinned.isEmpty()) {
            StoryEventEntity event = recordUnmoved(Kind.ARTICLES_PINNED, story, unpinned, note);
            placements.pin(story.id, id(event));
        }
    }

    /** Records what changes no article's story. */
    StoryEventEntity recordUnmoved(
            Kind kind, StoryEntity story, Collection<MembershipEntity> articles, ChangeNote note) {
        StoryEventEntity event = event(kind, story, articles, note, now());
        event.articleCount = 0;
        event.counts = List.of(new Count(story.id, story.articleCount, story.articleCount));
        persist(event);
        return event;
    }

    private void keep(StoryEventEntity event, String articleId, String fromStoryId) {
        var move = new StoryEventMoveEntity();
        move.eventId = id(event);
        move.articleId = articleId;
        move.fromStoryId = fromStoryId;
        events.add(move);
    }

    private List<StoryEntity> concerned(Regrouping regrouping) {
        Map<String, StoryEntity> rows = stories.byIds(regrouping.others());
        return Stream.concat(
                        Stream.of(regrouping.story()),
                        regrouping.others().stream().map(id -> Objects.requireNonNull(rows.get(id), id)))
                .toList();
    }

    private static StoryEventEntity event(
            Kind kind, StoryEntity story, Collection<MembershipEntity> articles, ChangeNote note, Instant time) {
        var event = new StoryEventEntity();
        event.kind = kind;
        event.createTime = time;
        event.actor = note.actor();
        event.reason = note.reason();
        event.storyId = story.id;
        event.articleIds = articles.stream()
                .map(membership -> membership.articleId)
                .sorted()
                .limit(EVENT_ARTICLES_LIMIT)
                .toList();
        event.articleCount = articles.size();
        return event;
    }

    private void persist(StoryEventEntity event) {
        events.persist(event);
        LOG.infof(
                "stories regrouped kind=%s story=%s others=%s articles=%d actor=%s",
                event.kind, event.storyId, event.otherStoryIds, event.articleCount, event.actor);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static long id(StoryEventEntity event) {
        return Objects.requireNonNull(event.id);
    }
}
