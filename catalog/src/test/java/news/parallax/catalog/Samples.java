package news.parallax.catalog;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.catalog.v1.Rater;
import news.parallax.catalog.v1.Rating;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.SummaryPoint;

/** Small messages that are right in every field, to be changed in the one that a test is about. */
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    public static Timestamp timestamp(Instant moment) {
        return Timestamp.newBuilder()
                .setSeconds(moment.getEpochSecond())
                .setNanos(moment.getNano())
                .build();
    }

    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns an id that no other name has. */
    public static String storyId(String name) {
        return sha256(name).substring(0, 20);
    }

    public static String articleId(String url) {
        return sha256(url).substring(0, 32);
    }

    public static Article article(String url) {
        return Article.newBuilder()
                .setId(articleId(url))
                .setCanonicalUrl(url)
                .setTitle("Title of " + url)
                .setLead("Lead of " + url)
                .setText("Text of " + url)
                .setLanguage("en")
                .addAuthors("Ada Quill")
                .setPublishTime(timestamp(NOON))
                .setDiscoverTime(timestamp(NOON.plusSeconds(60)))
                .setContentHash(sha256("Text of " + url))
                .build();
    }

    public static ArticleRecord record(String storyId, String url) {
        return record(storyId, article(url));
    }

    public static ArticleRecord record(String storyId, Article article) {
        return ArticleRecord.newBuilder()
                .setArticle(article)
                .setMembership(Membership.newBuilder()
                        .setStoryId(storyId)
                        .setSimilarity(0.75)
                        .putEvidence("terms", 0.5)
                        .addSharedTerms("harbor"))
                .setEmbedding(ByteString.copyFromUtf8("vector of " + article.getCanonicalUrl()))
                .build();
    }

    public static ArticleRecord copy(ArticleRecord record, String originalUrl) {
        var copy = record.toBuilder();
        copy.getMembershipBuilder().setCopyOfArticleId(articleId(originalUrl));
        return copy.build();
    }

    public static StoryDigest digest(String storyId, String titleUrl, String... pointUrls) {
        var digest = StoryDigest.newBuilder()
                .setStoryId(storyId)
                .setTitle("Title of " + titleUrl)
                .setTitleArticleId(articleId(titleUrl));
        for (String url : pointUrls) {
            digest.addSummary(
                    SummaryPoint.newBuilder().setText("Text of " + url).setArticleId(articleId(url)));
        }
        return digest.build();
    }

    public static Source source(String id, OwnershipCategory... categories) {
        var source = Source.newBuilder()
                .setId(id)
                .setName("The " + id)
                .setCountry("BE")
                .setLanguage("en")
                .addDomains(id);
        for (OwnershipCategory category : categories) {
            source.addOwners(Owner.newBuilder()
                    .setId(id.replace('.', '-') + "-" + category.getNumber())
                    .setName("Owner of " + id)
                    .setCategory(category));
        }
        return source.build();
    }

    public static Rating rating(String sourceId, String raterId, Bias bias) {
        return rating(sourceId, raterId).setBias(bias).build();
    }

    public static Rating rating(String sourceId, String raterId, Factuality factuality) {
        return rating(sourceId, raterId).setFactuality(factuality).build();
    }

    private static Rating.Builder rating(String sourceId, String raterId) {
        return Rating.newBuilder()
                .setSourceId(sourceId)
                .setRater(Rater.newBuilder()
                        .setId(raterId)
                        .setName("Rater " + raterId)
                        .setHomeUrl("https://" + raterId + ".example/"))
                .setRateTime(timestamp(NOON))
                .setUrl("https://" + raterId + ".example/" + sourceId);
    }

    public static List<String> urls(String host, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "https://%s/%d".formatted(host, number))
                .toList();
    }
}
