package news.parallax.gateway.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.parallax.gateway.page.ArticleMirror;

/** Where the articles that a story's page cites can be read. */
final class CitedArticles {
    private final ArticleMirror mirror;
    private final Map<String, String> urls = new HashMap<>();
    private final Set<String> onPage = new HashSet<>();

    CitedArticles(ArticleMirror mirror, List<ArticleView> articles, ArticlePanel panel) {
        this.mirror = mirror;
        articles.forEach(article -> urls.put(article.id(), article.url()));
        panel.cards().forEach(card -> {
            onPage.add(card.article().id());
            card.copies().forEach(copy -> onPage.add(copy.article().id()));
        });
    }

    /** Address of an article; empty if it cannot be linked. */
    String href(String articleId) {
        return mirror.hrefOf(urls.getOrDefault(articleId, ""));
    }

    PointCard card(PointView point) {
        return new PointCard(point, href(point.articleId()), onPage.contains(point.articleId()));
    }
}
