package news.parallax.catalog.article;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.article.v1.FeedOrigin;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.PageAddress;
import news.parallax.catalog.source.SourceResolver;
import news.parallax.catalog.time.TimeMessages;

/** Articles on the wire. */
public final class ArticleMessages {
    private static final String KIND_PREFIX = "ARTICLE_KIND_";
    private static final int URL_LIMIT = 8_000;
    private static final int LINE_LIMIT = 2_000;
    private static final int LEAD_LIMIT = 20_000;
    private static final int TEXT_LIMIT = 1_000_000;
    private static final int AUTHORS_LIMIT = 100;
    private static final int EMBEDDING_LIMIT_BYTES = 8_192;

    private ArticleMessages() {}

    /** Reads a complete article; what is wrong with it names the article. */
    public static ArticleDraft toDraft(Article article, ByteString embedding) {
        try {
            return read(article, embedding);
        } catch (Invalid e) {
            throw e.with("article_id", article.getId());
        }
    }

    /** Returns the article without text. */
    public static Article toProto(ArticleEntity row) {
        return builder(row).build();
    }

    /** Returns the article with its text, empty if that is no longer kept. */
    public static Article toProto(ArticleEntity row, Optional<ArticleTextEntity> text) {
        return builder(row).setText(text.map(kept -> kept.text).orElse("")).build();
    }

    private static ArticleDraft read(Article article, ByteString embedding) {
        check(
                article.getId().equals(idOf(article.getCanonicalUrl())),
                "ARTICLE_ID_INVALID",
                "canonical_url",
                article.getCanonicalUrl());
        PageAddress address = PageAddress.ofUrl(article.getCanonicalUrl());
        checkLengths(article);
        check(
                !article.getTitle().isBlank() || !article.getText().isBlank(),
                "ARTICLE_EMPTY",
                "title",
                article.getTitle());
        check(article.hasDiscoverTime(), "TIME_INVALID", "discover_time", "unset");
        check(
                embedding.size() <= EMBEDDING_LIMIT_BYTES,
                "EMBEDDING_TOO_LONG",
                "embedding_bytes",
                String.valueOf(embedding.size()));
        return new ArticleDraft(
                toEntity(article),
                toTextEntity(article, embedding),
                new SourceResolver.Page(article.getSourceId(), address, clean(article.getPublisher())),
                article.hasFeedOrigin()
                        ? Optional.of(toEntity(article.getFeedOrigin(), article.getId()))
                        : Optional.empty());
    }

    private static ArticleEntity toEntity(Article article) {
        var row = new ArticleEntity();
        row.id = article.getId();
        row.canonicalUrl = article.getCanonicalUrl();
        row.title = clean(article.getTitle());
        row.lead = clean(article.getLead());
        row.authors =
                article.getAuthorsList().stream().map(ArticleMessages::clean).toList();
        row.language = clean(article.getLanguage());
        row.publishTime = article.hasPublishTime() ? TimeMessages.toInstant(article.getPublishTime()) : null;
        row.modifyTime = article.hasModifyTime() ? TimeMessages.toInstant(article.getModifyTime()) : null;
        row.discoverTime = TimeMessages.toInstant(article.getDiscoverTime());
        row.observeTime = row.discoverTime;
        row.imageUrl = clean(article.getImageUrl());
        row.section = clean(article.getSection());
        row.kind = kind(article);
        row.paywall = article.getPaywall();
        row.contentHash = clean(article.getContentHash());
        row.wireCredit = clean(article.getWireCredit());
        row.publisherGroup = clean(article.getPublisherGroup());
        row.translation = article.hasTranslation() ? toEntity(article.getTranslation()) : null;
        return row;
    }

    private static ArticleTextEntity toTextEntity(Article article, ByteString embedding) {
        var row = new ArticleTextEntity();
        row.articleId = article.getId();
        row.text = clean(article.getText());
        row.embedding = embedding.isEmpty() ? null : embedding.toByteArray();
        return row;
    }

    private static ArticleEntity.Translation toEntity(ArticleTranslation translation) {
        return new ArticleEntity.Translation(
                clean(translation.getLanguage()),
                clean(translation.getTitle()),
                clean(translation.getLead()),
                clean(translation.getEngine()));
    }

    private static ArticleTranslation toProto(ArticleEntity.Translation translation) {
        return ArticleTranslation.newBuilder()
                .setLanguage(translation.language())
                .setTitle(translation.title())
                .setLead(translation.lead())
                .setEngine(translation.engine())
                .build();
    }

    private static FeedEntryEntity toEntity(FeedOrigin origin, String articleId) {
        check(origin.getEntryUrl().length() <= URL_LIMIT, "ARTICLE_TOO_LONG", "entry_url", origin.getEntryUrl());
        check(origin.getEntryHash().length() <= LINE_LIMIT, "ARTICLE_TOO_LONG", "entry_hash", origin.getEntryHash());
        var row = new FeedEntryEntity();
        row.entryUrl = clean(origin.getEntryUrl());
        row.feedId = clean(origin.getFeedId());
        row.entryHash = clean(origin.getEntryHash());
        row.articleId = articleId;
        return row;
    }

    private static Article.Builder builder(ArticleEntity row) {
        var message = Article.newBuilder()
                .setId(row.id)
                .setCanonicalUrl(row.canonicalUrl)
                .setSourceId(row.sourceId)
                .setTitle(row.title)
                .setLead(row.lead)
                .addAllAuthors(row.authors)
                .setLanguage(row.language)
                .setDiscoverTime(TimeMessages.toProto(row.discoverTime))
                .setImageUrl(row.imageUrl)
                .setSection(row.section)
                .setKind(ArticleKind.valueOf(KIND_PREFIX + row.kind))
                .setPaywall(row.paywall)
                .setContentHash(row.contentHash)
                .setWireCredit(row.wireCredit)
                .setPublisherGroup(row.publisherGroup);
        Optional.ofNullable(row.publishTime).map(TimeMessages::toProto).ifPresent(message::setPublishTime);
        Optional.ofNullable(row.modifyTime).map(TimeMessages::toProto).ifPresent(message::setModifyTime);
        Optional.ofNullable(row.translation).map(ArticleMessages::toProto).ifPresent(message::setTranslation);
        return message;
    }

    private static String kind(Article article) {
        ArticleKind kind = article.getKind() == ArticleKind.UNRECOGNIZED
                ? ArticleKind.ARTICLE_KIND_UNSPECIFIED
                : article.getKind();
        return kind.name().substring(KIND_PREFIX.length());
    }

    private static String idOf(String canonicalUrl) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonicalUrl.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void checkLengths(Article article) {
        checkLength("canonical_url", article.getCanonicalUrl(), URL_LIMIT);
        checkLength("image_url", article.getImageUrl(), URL_LIMIT);
        checkLength("title", article.getTitle(), LINE_LIMIT);
        checkLength("lead", article.getLead(), LEAD_LIMIT);
        checkLength("text", article.getText(), TEXT_LIMIT);
        checkLength("translation.title", article.getTranslation().getTitle(), LINE_LIMIT);
        checkLength("translation.lead", article.getTranslation().getLead(), LEAD_LIMIT);
        for (String line : List.of(
                article.getPublisher(),
                article.getSection(),
                article.getLanguage(),
                article.getContentHash(),
                article.getWireCredit(),
                article.getPublisherGroup(),
                article.getTranslation().getLanguage(),
                article.getTranslation().getEngine())) {
            checkLength("line", line, LINE_LIMIT);
        }
        check(
                article.getAuthorsCount() <= AUTHORS_LIMIT,
                "ARTICLE_TOO_LONG",
                "authors",
                String.valueOf(article.getAuthorsCount()));
        article.getAuthorsList().forEach(author -> checkLength("author", author, LINE_LIMIT));
    }

    private static void checkLength(String field, String value, int limit) {
        check(value.length() <= limit, "ARTICLE_TOO_LONG", field + "_characters", String.valueOf(value.length()));
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }

    /** PostgreSQL's text has no place for the character 0, which means nothing in a text. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
