package news.parallax.catalog.article;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceResolver;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stores articles: each once, in the version seen last, in whatever order the versions come. To be called within a
 * writer's turn.
 */
@Singleton
public class ArticleRecorder {
    private static final Logger LOG = Logger.getLogger(ArticleRecorder.class);

    private final ArticleRepository articles;
    private final SourceResolver resolver;
    private final InstantSource clock;

    ArticleRecorder(ArticleRepository articles, SourceResolver resolver, InstantSource clock) {
        this.articles = articles;
        this.resolver = resolver;
        this.clock = clock;
    }

    /**
     * What storing has done.
     *
     * @param created ids of articles that were not there before
     * @param changed ids of articles that are in another version now
     */
    public record Outcome(Set<String> created, Set<String> changed) {}

    public Outcome record(List<ArticleDraft> drafts) {
        Map<SourceResolver.Page, SourceEntity> sources = resolver.resolve(
                drafts.stream().map(ArticleDraft::page).distinct().toList());
        Map<String, ArticleEntity> known = new HashMap<>(
                articles.byIds(drafts.stream().map(ArticleDraft::id).toList()));
        Iterator<Number> arrivals = articles.nextArrivals((int) drafts.stream()
                        .map(ArticleDraft::id)
                        .filter(id -> !known.containsKey(id))
                        .distinct()
                        .count())
                .iterator();
        Map<String, ArticleTextEntity> storedTexts = articles.texts(known.values());
        Map<String, ArticleTextEntity> newTexts = new LinkedHashMap<>();
        LocalDate month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
        var outcome = new Outcome(new HashSet<>(), new HashSet<>());
        for (ArticleDraft draft : drafts) {
            draft.comeIn(month);
            ArticleEntity stored = known.get(draft.id());
            if (stored == null) {
                draft.row().sourceId = Objects.requireNonNull(sources.get(draft.page())).id;
                draft.row().arrival = arrivals.next().longValue();
                articles.persist(draft.row());
                known.put(draft.id(), draft.row());
                newTexts.put(draft.id(), draft.text());
                outcome.created().add(draft.id());
            } else if (update(stored, newTexts.getOrDefault(draft.id(), storedTexts.get(draft.id())), draft)) {
                newTexts.put(draft.id(), draft.text());
                outcome.changed().add(draft.id());
            }
        }
        // rows of one kind after the other, as only such go to the database in batches
        newTexts.values().forEach(text -> keep(text, storedTexts.get(text.articleId)));
        recordEntries(drafts);
        return outcome;
    }

    private boolean update(ArticleEntity stored, @Nullable ArticleTextEntity storedText, ArticleDraft draft) {
        ArticleEntity incoming = draft.row();
        if (incoming.discoverTime.isBefore(stored.discoverTime)) {
            stored.discoverTime = incoming.discoverTime;
        }
        if (stored.sameVersionAs(incoming) && sameText(stored, storedText, draft)) {
            // The engine may have been away when the version first came.
            stored.translation = incoming.translation == null ? stored.translation : incoming.translation;
            return false;
        }
        if (incoming.olderThan(stored)) {
            keepTitle(stored, incoming.title, stored.observeTime);
            return false;
        }
        keepTitle(incoming, stored.title, incoming.observeTime);
        stored.take(incoming);
        LOG.infof("article changed article=%s", stored.id);
        return true;
    }

    /** Tells by its hash whether a text is the one that was there and is no longer kept. */
    private static boolean sameText(ArticleEntity stored, @Nullable ArticleTextEntity storedText, ArticleDraft draft) {
        return storedText == null
                ? stored.contentHash.equals(draft.row().contentHash)
                : storedText.text.equals(draft.text().text);
    }

    /** Keeps the text of the version that is stored now, in the month in which it came. */
    private void keep(ArticleTextEntity text, @Nullable ArticleTextEntity before) {
        if (before != null && before.month.equals(text.month)) {
            before.text = text.text;
            before.embedding = text.embedding;
        } else {
            Optional.ofNullable(before).ifPresent(articles::remove);
            articles.add(text);
        }
    }

    private void keepTitle(ArticleEntity newer, String earlier, Instant replaceTime) {
        if (newer.title.equals(earlier) || earlier.isEmpty()) {
            return;
        }
        var title = new ArticleTitleEntity();
        title.articleId = newer.id;
        title.title = earlier;
        title.replaceTime = replaceTime;
        articles.add(title);
    }

    private void recordEntries(List<ArticleDraft> drafts) {
        List<FeedEntryEntity> incoming =
                drafts.stream().flatMap(draft -> draft.entry().stream()).toList();
        Map<FeedEntryEntity.Key, FeedEntryEntity> known =
                articles.entries(incoming.stream().map(entry -> entry.entryUrl).toList()).stream()
                        .collect(Collectors.toMap(
                                FeedEntryEntity::key, entry -> entry, (first, _) -> first, HashMap::new));
        for (FeedEntryEntity entry : incoming) {
            FeedEntryEntity stored = known.get(entry.key());
            if (stored == null) {
                articles.add(entry);
                known.put(entry.key(), entry);
            } else {
                stored.entryHash = entry.entryHash;
                stored.articleId = entry.articleId;
            }
        }
    }
}
