package news.parallax.gateway.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.page.ArticleMirror;

/** Where the articles that a story's page cites can be read. */
final class CitedArticles {
    private final ArticleMirror mirror;
    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, String> shown;

    CitedArticles(ArticleMirror mirror, List<ArticleView> shown) {
        this.mirror = mirror;
        shown.forEach(article -> urls.put(article.id(), article.url()));
        this.shown = Map.copyOf(urls);
    }

    /** Takes over where more articles are. */
    void add(List<ArticleView> articles) {
        articles.forEach(article -> urls.put(article.id(), article.url()));
    }

    boolean knows(String articleId) {
        return urls.containsKey(articleId);
    }

    /** Address of an article; empty if it cannot be linked. */
    String href(String articleId) {
        return mirror.hrefOf(urls.getOrDefault(articleId, ""));
    }

    PointCard card(PointView point) {
        return new PointCard(point, href(point.articleId()), shown.containsKey(point.articleId()));
    }
}
