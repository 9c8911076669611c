package news.parallax.gateway.story;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.page.Head;
import news.parallax.gateway.page.LinkedData;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import org.jspecify.annotations.Nullable;

/** What the heads of pages tell of stories: a story collects the articles of outlets, none is ours. */
@Singleton
public class StoryHead {
    /** Enough for machines, little enough for the weight of a page. */
    private static final int ARTICLES_TOLD = 30;

    private final PublicUrl publicUrl;

    StoryHead(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Returns the head of a story's page that shows these articles. */
    Head of(StoryView story, List<ArticleView> articles) {
        String path = "/stories/" + story.id();
        String url = publicUrl.of(path);
        Map<String, Object> page = LinkedData.thing(
                "CollectionPage",
                "@id",
                url,
                "url",
                url,
                "name",
                story.title(),
                "inLanguage",
                story.language(),
                "datePublished",
                time(story.publishTime()),
                "dateModified",
                time(story.updateTime()),
                "mainEntity",
                LinkedData.list(articles.stream()
                        .limit(ARTICLES_TOLD)
                        .map(StoryHead::article)
                        .toList()));
        return new Head(
                url,
                description(story),
                "article",
                "/feeds" + path,
                publicUrl.of("/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)),
                LinkedData.write(List.of(page, LinkedData.way("Parallax", publicUrl.of("/"), story.title(), url))));
    }

    /** Returns the head of a page that lists stories; description and feed as in {@link Head}. */
    public Head ofList(String title, String description, String path, String feedPath, List<StoryView> stories) {
        String url = publicUrl.of(path);
        Map<String, Object> page = LinkedData.thing(
                "CollectionPage",
                "@id",
                url,
                "url",
                url,
                "name",
                title,
                "mainEntity",
                LinkedData.list(stories.stream().map(this::link).toList()));
        return new Head(
                url, PlainText.of(description), "website", feedPath, "", LinkedData.write(List.of(site(), page)));
    }

    private Map<String, Object> site() {
        return LinkedData.thing(
                "WebSite",
                "@id",
                publicUrl.of("/") + "#site",
                "url",
                publicUrl.of("/"),
                "name",
                "Parallax",
                "potentialAction",
                LinkedData.thing(
                        "SearchAction", "target", publicUrl.of("/search?q={q}"), "query-input", "required name=q"));
    }

    private Map<String, Object> link(StoryView story) {
        return LinkedData.thing("CollectionPage", "url", publicUrl.of("/stories/" + story.id()), "name", story.title());
    }

    private static Map<String, Object> article(ArticleView article) {
        return LinkedData.thing(
                "NewsArticle",
                "url",
                article.url(),
                "headline",
                article.title(),
                "inLanguage",
                article.language(),
                "datePublished",
                time(article.publishTime()),
                "isAccessibleForFree",
                !article.paywall(),
                "publisher",
                LinkedData.thing(
                        "NewsMediaOrganization", "name", article.source().name()));
    }

    private static String description(StoryView story) {
        return story.summary().isEmpty()
                ? ""
                : PlainText.of(story.summary().getFirst().text());
    }

    private static String time(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
