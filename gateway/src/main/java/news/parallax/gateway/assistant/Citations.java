package news.parallax.gateway.assistant;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.story.ArticleView;
import news.parallax.gateway.story.PointView;
import news.parallax.gateway.story.StoryView;

/** Where the articles of one story can be read, and the claims they bear out. */
final class Citations {
    private final PublicUrl publicUrl;
    private final String storyUrl;
    private final Map<String, ArticleView> articles = new HashMap<>();

    Citations(PublicUrl publicUrl, String storyId, List<ArticleView> articles) {
        this.publicUrl = publicUrl;
        storyUrl = publicUrl.of("/stories/" + storyId);
        articles.forEach(article -> this.articles.put(article.id(), article));
    }

    /** Address of the story's page. */
    String storyUrl() {
        return storyUrl;
    }

    /** Address of an article at its outlet; that of the story if it is not known or cannot be opened. */
    String articleUrl(String articleId) {
        ArticleView article = articles.get(articleId);
        return article != null && openable(article.url()) ? article.url() : storyUrl;
    }

    boolean knows(String articleId) {
        return articles.containsKey(articleId);
    }

    /** What an outlet's page here tells of it. */
    String sourceUrl(String sourceId) {
        return publicUrl.of("/sources/" + sourceId);
    }

    ClaimView claim(PointView point) {
        return new ClaimView(
                PlainText.of(point.text()),
                point.language(),
                point.writtenByModel(),
                PlainText.of(point.sourceName()),
                sourceUrl(point.sourceId()),
                articleUrl(point.articleId()));
    }

    /** The headline, which is the title of an article. */
    ClaimView headline(StoryView story) {
        ArticleView article = articles.get(story.titleArticleId());
        return new ClaimView(
                PlainText.of(story.title()),
                story.language(),
                null,
                article == null ? "" : PlainText.of(article.source().name()),
                article == null ? storyUrl : sourceUrl(article.source().id()),
                articleUrl(story.titleArticleId()));
    }

    private static boolean openable(String url) {
        try {
            String scheme = Objects.requireNonNullElse(URI.create(url).getScheme(), "");
            return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
