package news.parallax.catalog.article;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Queries over articles, their earlier titles and the feed entries that led to them. */
@Singleton
public class ArticleRepository implements PanacheRepositoryBase<ArticleEntity, String> {
    public Map<String, ArticleEntity> byIds(Collection<String> ids) {
        return list("one_of(?1, id)", (Object) ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(article -> article.id, article -> article));
    }

    /** Finds the article of a page by its canonical URL, or a URL under which a feed listed it. */
    public Optional<ArticleEntity> findByUrl(String url) {
        return find("canonicalUrl", url)
                .firstResultOptional()
                .or(() -> getEntityManager()
                        .createQuery("""
                        select a from ArticleEntity a join FeedEntryEntity e on e.articleId = a.id
                        where e.entryUrl = :url order by e.feedId
                        """, ArticleEntity.class)
                        .setParameter("url", url)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst());
    }

    /** Returns the texts that are kept of articles, by article id. */
    public Map<String, ArticleTextEntity> texts(Collection<ArticleEntity> articles) {
        if (articles.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "from ArticleTextEntity where articleId in :ids and month in :months", ArticleTextEntity.class)
                .setParameter(
                        "ids", articles.stream().map(article -> article.id).toList())
                .setParameter(
                        "months",
                        articles.stream().map(article -> article.month).collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toMap(text -> text.articleId, text -> text));
    }

    void add(ArticleTextEntity text) {
        getEntityManager().persist(text);
    }

    void remove(ArticleTextEntity text) {
        getEntityManager().remove(text);
    }

    /** Returns the articles of a window, after the one that arrived as {@code last}, in order of arrival. */
    public List<ArticleEntity> arrivedAfter(long last, int limit) {
        return find("arrival > ?1 order by arrival", last).page(0, limit).list();
    }

    /** Returns the arrival before the first of the articles that arrived last; so many of them, or all. */
    public long arrivalBeforeLast(int articles) {
        return getEntityManager()
                .createQuery("select a.arrival from ArticleEntity a order by a.arrival desc", Long.class)
                .setFirstResult(articles)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Returns the arrival of the article that arrived last; 0 if there is none. */
    public long lastArrival() {
        return arrivalBeforeLast(0);
    }

    /** Takes places in the order of arrival, ascending. */
    @SuppressWarnings("unchecked")
    List<Number> nextArrivals(int count) {
        return getEntityManager()
                .createNativeQuery("select nextval('article_arrival') from generate_series(1, :count)")
                .setParameter("count", count)
                .getResultList();
    }

    /** Returns the titles that articles had before, by article, oldest first. */
    public Map<String, List<ArticleTitleEntity>> earlierTitles(Collection<String> articleIds) {
        return getEntityManager()
                .createQuery(
                        "from ArticleTitleEntity where one_of(:ids, articleId) order by replaceTime, title",
                        ArticleTitleEntity.class)
                .setParameter("ids", articleIds.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.groupingBy(title -> title.articleId));
    }

    void add(ArticleTitleEntity title) {
        if (getEntityManager().find(ArticleTitleEntity.class, new ArticleTitleEntity.Key(title.articleId, title.title))
                == null) {
            getEntityManager().persist(title);
        }
    }

    /** Returns the entries of these URLs, of whatever feed. */
    public List<FeedEntryEntity> entries(Collection<String> entryUrls) {
        return getEntityManager()
                .createQuery("from FeedEntryEntity where one_of(:urls, entryUrl)", FeedEntryEntity.class)
                .setParameter("urls", entryUrls.toArray(String[]::new))
                .getResultList();
    }

    void add(FeedEntryEntity entry) {
        getEntityManager().persist(entry);
    }
}
