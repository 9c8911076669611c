package news.parallax.catalog.article;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceResolver;
import org.jboss.logging.Logger;

/**
 * Stores articles: each once, in the version seen last, in whatever order the versions come. To be called within a
 * writer's turn.
 */
@Singleton
public class ArticleRecorder {
    private static final Logger LOG = Logger.getLogger(ArticleRecorder.class);

    private final ArticleRepository articles;
    private final SourceResolver resolver;

    ArticleRecorder(ArticleRepository articles, SourceResolver resolver) {
        this.articles = articles;
        this.resolver = resolver;
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
        var outcome = new Outcome(new HashSet<>(), new HashSet<>());
        for (ArticleDraft draft : drafts) {
            ArticleEntity stored = known.get(draft.id());
            if (stored == null) {
                draft.row().sourceId = Objects.requireNonNull(sources.get(draft.page())).id;
                draft.row().arrival = arrivals.next().longValue();
                articles.persist(draft.row());
                known.put(draft.id(), draft.row());
                outcome.created().add(draft.id());
            } else if (update(stored, draft.row())) {
                outcome.changed().add(draft.id());
            }
        }
        recordEntries(drafts);
        return outcome;
    }

    private boolean update(ArticleEntity stored, ArticleEntity incoming) {
        if (incoming.discoverTime.isBefore(stored.discoverTime)) {
            stored.discoverTime = incoming.discoverTime;
        }
        if (stored.sameVersionAs(incoming)) {
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
