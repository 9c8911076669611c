package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.article.ArticleDraft;
import news.parallax.catalog.article.ArticleRecorder;
import news.parallax.catalog.change.StoryAspect;
import news.parallax.catalog.change.StoryOutbox;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.metrics.CatalogMetrics;
import news.parallax.catalog.metrics.CatalogMetrics.Recorded;
import news.parallax.catalog.story.StoryRepository.Citation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores articles with their stories: all or nothing, and twice as once. An article that is in a story stays there. A
 * digest speaks only for articles of its story: what cites another is dropped, because the caller cannot have known that
 * the article had been stored elsewhere before, and refusing would make it try for ever.
 */
@Singleton
public class StoryRecorder {
    private static final Logger LOG = Logger.getLogger(StoryRecorder.class);

    private final WriterTurn turn;
    private final ArticleRecorder articles;
    private final StoryRepository stories;
    private final MembershipRepository memberships;
    private final StoryRedirectRepository redirects;
    private final ArticleRemovalRepository removals;
    private final StoryRecount recount;
    private final StoryOutbox outbox;
    private final InstantSource clock;

    StoryRecorder(
            WriterTurn turn,
            ArticleRecorder articles,
            StoryRepository stories,
            MembershipRepository memberships,
            StoryRedirectRepository redirects,
            ArticleRemovalRepository removals,
            StoryRecount recount,
            StoryOutbox outbox,
            InstantSource clock) {
        this.turn = turn;
        this.articles = articles;
        this.stories = stories;
        this.memberships = memberships;
        this.redirects = redirects;
        this.removals = removals;
        this.recount = recount;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One article and where it belongs, unless it is somewhere already. */
    record Draft(ArticleDraft article, MembershipDraft membership) {}

    /** Where an article is. */
    record Receipt(String articleId, String storyId, boolean created) {}

    /** Returns a receipt for each draft, in order. */
    List<Receipt> record(List<Draft> incoming, List<StoryDigestDraft> digests) {
        return turn.take(() -> {
            stories.flushOnlyWhenTold(); // which recount does, once all new rows are there
            Map<String, String> removed = removals.storiesOfRemoved(
                    incoming.stream().map(draft -> draft.article().id()).toList());
            List<Draft> drafts = incoming.stream()
                    .filter(draft -> !removed.containsKey(draft.article().id()))
                    .toList();
            ArticleRecorder.Outcome outcome =
                    articles.record(drafts.stream().map(Draft::article).toList());
            follow(drafts);
            Map<String, MembershipEntity> memberships = join(drafts);
            Set<String> touched = Stream.concat(outcome.created().stream(), outcome.changed().stream())
                    .map(id -> storyOf(id, memberships))
                    .collect(Collectors.toCollection(TreeSet::new));
            outbox.note(touched, StoryAspect.ARTICLES);
            recount.recount(touched);
            Set<String> repeated = storiesOf(memberships.values());
            repeated.removeAll(touched);
            repeated.addAll(removed.values());
            say(
                    unmerged(digests).stream()
                            .filter(digest -> !repeated.contains(digest.storyId()))
                            .toList(),
                    outcome.changed());
            count(incoming, drafts, outcome);
            LOG.infof(
                    "articles recorded articles=%d created=%d changed=%d stories=%d",
                    drafts.size(), outcome.created().size(), outcome.changed().size(), touched.size());
            Map<String, String> places = new HashMap<>(removed);
            memberships.forEach((id, membership) -> places.put(id, membership.storyId));
            return receipts(incoming, places, outcome.created());
        });
    }

    private void count(List<Draft> incoming, List<Draft> drafts, ArticleRecorder.Outcome outcome) {
        int created = outcome.created().size();
        int changed = outcome.changed().size();
        CatalogMetrics.recorded(Recorded.NEW, created);
        CatalogMetrics.recorded(Recorded.UPDATED, changed);
        CatalogMetrics.recorded(Recorded.UNCHANGED, drafts.size() - created - changed);
        CatalogMetrics.recorded(Recorded.REMOVED, incoming.size() - drafts.size());
        CatalogMetrics.waited(drafts.stream()
                .map(Draft::article)
                .filter(article -> outcome.created().contains(article.id()))
                .map(article -> Duration.between(article.row().discoverTime, clock.instant()))
                .toList());
    }

    /** Changes what a story says; with {@code allowMissing} makes one without articles if there is none. */
    StoryEntity update(StoryDigestDraft digest, boolean title, boolean summary, boolean allowMissing) {
        return turn.take(() -> {
            StoryEntity story = allowMissing
                    ? stories.findRemaining(digest.storyId()).orElseGet(() -> found(story(digest.storyId())))
                    : stories.require(digest.storyId());
            Told before = Told.by(story);
            say(story, digest, title, summary, stories.citations(cited(List.of(digest))));
            noteIfToldAnew(story, before);
            sayDetails(List.of(digest.of(story.id)));
            return story;
        });
    }

    /** Lets articles of merged stories belong to those that remain. */
    private void follow(List<Draft> drafts) {
        Map<String, String> targets = redirects.targets(storiesOf(rows(drafts)));
        drafts.stream()
                .map(Draft::membership)
                .forEach(membership ->
                        membership.belongTo(targets.getOrDefault(membership.row().storyId, membership.row().storyId)));
    }

    /** Leaves out what was said of merged stories by somebody who did not know the one that remains. */
    private List<StoryDigestDraft> unmerged(List<StoryDigestDraft> digests) {
        Map<String, String> targets = redirects.targets(
                digests.stream().map(StoryDigestDraft::storyId).toList());
        return digests.stream()
                .filter(digest -> !targets.containsKey(digest.storyId()))
                .toList();
    }

    /** Puts articles that are in no story into theirs; returns where each is. */
    private Map<String, MembershipEntity> join(List<Draft> drafts) {
        Map<String, MembershipEntity> places = new HashMap<>(stories.memberships(
                drafts.stream().map(draft -> draft.article().id()).toList()));
        List<Draft> joining = drafts.stream()
                .filter(draft -> places.putIfAbsent(
                                draft.article().id(), draft.membership().row())
                        == null)
                .toList();
        Map<String, StoryEntity> known = new LinkedHashMap<>(stories.byIds(storiesOf(rows(joining))));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // rows of one kind after the other, as only such go to the database in batches
        joining.forEach(
                draft -> begin(known.computeIfAbsent(draft.membership().row().storyId, StoryRecorder::story), draft));
        known.values().stream().filter(story -> !stories.isPersistent(story)).forEach(this::found);
        joining.forEach(draft -> {
            draft.membership().row().createTime = now;
            stories.add(draft.membership().row());
        });
        joining.forEach(draft -> draft.membership().explanation().ifPresent(memberships::add));
        return places;
    }

    private static void begin(StoryEntity story, Draft draft) {
        if (story.title.isEmpty()) {
            story.title = draft.article().row().title;
            story.titleArticleId = draft.article().id();
        }
    }

    private static StoryEntity story(String id) {
        var story = new StoryEntity();
        story.id = id;
        return story;
    }

    private StoryEntity found(StoryEntity story) {
        stories.persist(story);
        outbox.note(story.id, StoryAspect.FOUNDED);
        CatalogMetrics.changed(CatalogMetrics.StoryChange.FOUNDED);
        LOG.infof("story founded story=%s", story.id);
        return story;
    }

    /** What a story says in its lists. */
    private record Told(String title, @Nullable String titleArticleId, List<StoryEntity.Point> summary) {
        static Told by(StoryEntity story) {
            return new Told(story.title, story.titleArticleId, story.summary);
        }
    }

    private void noteIfToldAnew(StoryEntity story, Told before) {
        if (!Told.by(story).equals(before)) {
            outbox.note(story.id, StoryAspect.TELLING);
        }
    }

    private void say(List<StoryDigestDraft> digests, Set<String> changedArticleIds) {
        Map<String, StoryEntity> known =
                stories.byIds(digests.stream().map(StoryDigestDraft::storyId).toList());
        Map<String, Citation> citations = stories.citations(cited(digests));
        for (StoryDigestDraft digest : digests) {
            StoryEntity story = known.get(digest.storyId());
            if (story != null) {
                Told before = Told.by(story);
                story.summary = new ArrayList<>(story.summary.stream()
                        .filter(point ->
                                point.writtenByModel() == null || !changedArticleIds.contains(point.articleId()))
                        .toList());
                say(story, digest, true, true, citations);
                noteIfToldAnew(story, before);
            }
        }
        sayDetails(digests.stream()
                .filter(digest -> known.containsKey(digest.storyId()))
                .toList());
    }

    private static void say(
            StoryEntity story,
            StoryDigestDraft digest,
            boolean title,
            boolean summary,
            Map<String, Citation> citations) {
        if (title && cites(story, digest.titleArticleId(), citations)) {
            story.title = digest.title();
            story.titleArticleId = digest.titleArticleId();
            if (story.slug.isEmpty()) {
                story.slug = Slug.of(
                        story.title,
                        Objects.requireNonNull(citations.get(digest.titleArticleId()))
                                .language());
            }
        }
        if (summary && !(digest.yieldsToModel() && isWrittenByModel(story))) {
            List<StoryEntity.Point> points = digest.summary().stream()
                    .filter(point -> cites(story, point.articleId(), citations))
                    .toList();
            // Points that all cite articles of other stories are no reason to say nothing.
            if (!points.isEmpty() || digest.summary().isEmpty()) {
                story.summary = new ArrayList<>(points);
            }
        }
    }

    /** Whether a point by a model is left: those whose article has left the story or has changed are gone by now. */
    private static boolean isWrittenByModel(StoryEntity story) {
        return story.summary.stream().anyMatch(point -> point.writtenByModel() != null);
    }

    private void sayDetails(List<StoryDigestDraft> digests) {
        Map<String, StoryDetailsEntity> known =
                stories.details(digests.stream().map(StoryDigestDraft::storyId).toList());
        for (StoryDigestDraft digest : digests) {
            digest.details().ifPresent(change -> {
                StoryDetailsEntity details = known.computeIfAbsent(digest.storyId(), this::firstDetails);
                String before = details.details;
                details.details = change.apply(before);
                if (!details.details.equals(before)) {
                    outbox.note(digest.storyId(), StoryAspect.TELLING);
                }
            });
        }
    }

    private StoryDetailsEntity firstDetails(String storyId) {
        var details = new StoryDetailsEntity();
        details.storyId = storyId;
        stories.add(details);
        return details;
    }

    private static boolean cites(StoryEntity story, String articleId, Map<String, Citation> citations) {
        Citation citation = citations.get(articleId);
        return citation != null && citation.storyId().equals(story.id);
    }

    private static Set<String> cited(List<StoryDigestDraft> digests) {
        return digests.stream()
                .flatMap(digest -> Stream.concat(
                        Stream.of(digest.titleArticleId()),
                        digest.summary().stream().map(StoryEntity.Point::articleId)))
                .collect(Collectors.toSet());
    }

    private static String storyOf(String articleId, Map<String, MembershipEntity> memberships) {
        return Objects.requireNonNull(memberships.get(articleId), articleId).storyId;
    }

    private static List<MembershipEntity> rows(List<Draft> drafts) {
        return drafts.stream().map(draft -> draft.membership().row()).toList();
    }

    private static Set<String> storiesOf(Collection<MembershipEntity> memberships) {
        return memberships.stream()
                .map(membership -> membership.storyId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<Receipt> receipts(List<Draft> drafts, Map<String, String> places, Set<String> created) {
        Set<String> unanswered = new HashSet<>(created);
        return drafts.stream()
                .map(draft -> draft.article().id())
                .map(id -> new Receipt(id, Objects.requireNonNull(places.get(id), id), unanswered.remove(id)))
                .toList();
    }
}
