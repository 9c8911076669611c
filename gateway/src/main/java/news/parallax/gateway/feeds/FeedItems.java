package news.parallax.gateway.feeds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.gateway.feeds.FeedItemView.AuthorView;
import news.parallax.gateway.page.ArticleMirror;
import news.parallax.gateway.page.PlainText;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.story.ArticleView;
import news.parallax.gateway.story.PointView;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/** Makes items of feeds from views that are cut to what anybody may see. */
@Singleton
class FeedItems {
    private final PublicUrl publicUrl;
    private final ArticleMirror mirror;

    FeedItems(PublicUrl publicUrl, ArticleMirror mirror) {
        this.publicUrl = publicUrl;
        this.mirror = mirror;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance story(StoryView story, String url, List<SourcedPoint> points);

        static native TemplateInstance article(ArticleView article, String sourceUrl);
    }

    /**
     * A point and the page of the outlet that says so.
     *
     * @param point the point
     * @param sourceUrl absolute
     */
    record SourcedPoint(PointView point, String sourceUrl) {}

    /** Returns a story as an item; its id is the story's for ever, so that no reader sees it twice. */
    FeedItemView of(StoryView story) {
        String url = publicUrl.of("/stories/" + story.id());
        List<SourcedPoint> points = story.summary().stream()
                .map(point -> new SourcedPoint(point, sourceUrl(point.sourceId())))
                .toList();
        List<AuthorView> outlets = story.summary().stream()
                .map(point -> new AuthorView(PlainText.of(point.sourceName()), sourceUrl(point.sourceId())))
                .distinct()
                .toList();
        return new FeedItemView(
                tag("story:" + story.id()),
                url,
                title(story.title()),
                language(story.language()),
                story.publishTime(),
                updated(story.updateTime(), story.publishTime()),
                outlets,
                points.isEmpty() ? "" : PlainText.of(points.getFirst().point().text()),
                PlainText.of(english(Templates.story(story, url, points))));
    }

    /** Returns an article as an item that leads to its outlet, or to the story if its address cannot be linked. */
    FeedItemView of(ArticleView article, String storyId) {
        String href = mirror.hrefOf(article.url());
        String sourceUrl = sourceUrl(article.source().id());
        Stream<AuthorView> outlet =
                Stream.of(new AuthorView(PlainText.of(article.source().name()), sourceUrl));
        List<AuthorView> authors = new ArrayList<>();
        article.authors().forEach(name -> authors.add(new AuthorView(PlainText.of(name), "")));
        return new FeedItemView(
                tag("article:" + article.id()),
                href.isEmpty() ? publicUrl.of("/stories/" + storyId) : PlainText.of(href),
                title(article.title()),
                language(article.language()),
                article.publishTime(),
                updated(article.modifyTime(), article.publishTime()),
                Stream.concat(authors.stream().filter(author -> !author.name().isEmpty()), outlet)
                        .toList(),
                PlainText.of(Objects.requireNonNullElse(article.excerpt(), "")),
                PlainText.of(english(Templates.article(article, sourceUrl))));
    }

    /** Returns an id that never changes (RFC 4151). */
    String tag(String specific) {
        return "tag:" + publicUrl.host().toLowerCase(Locale.ROOT) + ",2026:" + specific;
    }

    private String sourceUrl(String sourceId) {
        return publicUrl.of("/sources/" + sourceId);
    }

    /** A feed is one for all, so its words are not those of who asks. */
    private static String english(TemplateInstance template) {
        return template.setLocale(Locale.ENGLISH).render();
    }

    private static String title(String title) {
        String plain = PlainText.of(title);
        return plain.isEmpty() ? "Untitled" : plain;
    }

    private static String language(String tag) {
        return tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}") ? tag : "";
    }

    private static Instant updated(@Nullable Instant change, @Nullable Instant publication) {
        return Optional.ofNullable(change)
                .or(() -> Optional.ofNullable(publication))
                .orElse(Instant.EPOCH);
    }
}
