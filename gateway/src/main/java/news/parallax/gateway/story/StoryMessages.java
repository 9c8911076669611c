package news.parallax.gateway.story;

import java.util.List;
import java.util.Map;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.catalog.v1.ArticleTitle;
import news.parallax.catalog.v1.GetTotalsResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.coverage.CoverageMessages;
import news.parallax.gateway.rating.RatingMessages;
import org.jspecify.annotations.Nullable;

/** Stories of the catalog as views, complete: what the reader may not see is cut later. */
public final class StoryMessages {
    private StoryMessages() {}

    /** Returns a story of the catalog, complete. */
    public static StoryView toView(Story story) {
        return new StoryView(
                story.getId(),
                story.getTitle(),
                story.getTitleArticleId(),
                story.getTitleLanguage(),
                story.getSummaryList().stream().map(StoryMessages::toView).toList(),
                story.getArticleCount(),
                CoverageMessages.toView(story.getCoverage().getAll()),
                CoverageMessages.toView(story.getCoverage().getIndependent()),
                story.hasPublishTime() ? Times.of(story.getPublishTime()) : null,
                story.hasUpdateTime() ? Times.of(story.getUpdateTime()) : null,
                story.hasDetails() ? DetailsMessages.toView(story.getDetails()) : null,
                Map.of());
    }

    static PointView toView(SummaryPoint point) {
        return new PointView(
                point.getText(),
                point.getArticleId(),
                point.getSourceId(),
                point.getSourceName(),
                point.getLanguage(),
                orNull(point.getWrittenByModel()));
    }

    /** Returns the article. */
    public static ArticleView toView(StoryArticle member) {
        Article article = member.getArticle();
        return new ArticleView(
                article.getId(),
                article.getCanonicalUrl(),
                article.getTitle(),
                orNull(article.getLead()),
                RatingMessages.toSummary(member.getSource()),
                article.getLanguage(),
                article.hasTranslation() ? toView(article.getTranslation()) : null,
                article.hasPublishTime() ? Times.of(article.getPublishTime()) : null,
                article.hasModifyTime() ? Times.of(article.getModifyTime()) : null,
                List.copyOf(article.getAuthorsList()),
                toKind(article.getKind()),
                article.getPaywall(),
                orNull(article.getWireCredit()),
                orNull(member.getMembership().getCopyOfArticleId()),
                member.getCopyCount(),
                member.getEarlierTitlesList().stream()
                        .map(StoryMessages::toView)
                        .toList(),
                MembershipMessages.toView(member.getMembership()));
    }

    private static TranslationView toView(ArticleTranslation translation) {
        return new TranslationView(
                translation.getLanguage(),
                translation.getTitle(),
                orNull(translation.getLead()),
                translation.getEngine());
    }

    private static EarlierTitleView toView(ArticleTitle title) {
        return new EarlierTitleView(title.getTitle(), Times.of(title.getReplaceTime()));
    }

    static TotalsView toView(GetTotalsResponse totals) {
        return new TotalsView(
                totals.getArticleCount(), totals.getStoryCount(), totals.getSourceCount(), totals.getFeedCount());
    }

    private static String toKind(ArticleKind kind) {
        return switch (kind) {
            case ARTICLE_KIND_OPINION -> "opinion";
            case ARTICLE_KIND_LIVE -> "live";
            case ARTICLE_KIND_VIDEO -> "video";
            case ARTICLE_KIND_SPONSORED -> "sponsored";
            case ARTICLE_KIND_NEWS, ARTICLE_KIND_UNSPECIFIED, UNRECOGNIZED -> "news";
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
