package news.parallax.crawler.delivery;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.article.v1.FeedOrigin;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.crawler.page.ContentHash;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.Kind;

/** Articles and what the clusterer says of them. */
final class ArticleMessages {

    private ArticleMessages() {}

    /** @param traceparent for whoever goes on with it; empty if its way is not traced */
    static Article toProto(CrawledArticle crawled, String traceparent) {
        ExtractedArticle article = crawled.article();
        Article.Builder builder = Article.newBuilder()
                .setId(article.url().articleId())
                .setCanonicalUrl(article.url().value())
                .setPublisher(article.publisher())
                .setTitle(article.title())
                .setLead(article.lead())
                .setText(article.body())
                .addAllAuthors(article.authors())
                .setLanguage(article.language())
                .setDiscoverTime(timestamp(crawled.discoverTime()))
                .setImageUrl(article.imageUrl())
                .setSection(article.section())
                .setKind(kind(article.kind()))
                .setPaywall(article.paywall())
                .setContentHash(ContentHash.of(article.body()))
                .setWireCredit(article.wireCredit())
                .setPublisherGroup(article.publisherGroup())
                .setTraceparent(traceparent);
        article.publishTime().ifPresent(time -> builder.setPublishTime(timestamp(time)));
        article.modifyTime().ifPresent(time -> builder.setModifyTime(timestamp(time)));
        crawled.origin()
                .ifPresent(origin -> builder.setFeedOrigin(FeedOrigin.newBuilder()
                        .setFeedId(origin.feedId())
                        .setEntryUrl(origin.url())
                        .setEntryHash(origin.hash())));
        return builder.build();
    }

    static DeliveryOutcome outcome(IngestArticlesResponse response) {
        return switch (response.getOutcomeCase()) {
            case STORED ->
                new DeliveryOutcome.Stored(
                        response.getStored().getStoryId(), response.getStored().getCreated());
            case REFUSAL ->
                new DeliveryOutcome.Refused(
                        response.getRefusal().getReason(), response.getRefusal().getMessage());
            case OUTCOME_NOT_SET ->
                throw new IllegalStateException("answer without outcome for article " + response.getArticleId());
        };
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static ArticleKind kind(Kind kind) {
        return switch (kind) {
            case NEWS -> ArticleKind.ARTICLE_KIND_NEWS;
            case OPINION -> ArticleKind.ARTICLE_KIND_OPINION;
            case LIVE -> ArticleKind.ARTICLE_KIND_LIVE;
            case VIDEO -> ArticleKind.ARTICLE_KIND_VIDEO;
            case SPONSORED -> ArticleKind.ARTICLE_KIND_SPONSORED;
        };
    }
}
