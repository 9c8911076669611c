package news.parallax.clusterer.article;

import com.google.protobuf.Timestamp;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.parallax.article.v1.Article;
import news.parallax.article.v1.ArticleKind;
import news.parallax.article.v1.ArticleTranslation;
import news.parallax.clusterer.ClustererConfig;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.Translation;

/** Articles on the wire. */
public final class ArticleMessages {

    private static final int ID_BYTES = 16;

    /** What the catalog takes. */
    private static final int IMAGE_URL_CHARACTERS = 2_040;

    private static final Pattern IMAGE_URL = Pattern.compile("https?://\\S+");

    private ArticleMessages() {}

    /**
     * An article on its way from the wire through clustering to the catalog.
     *
     * @param article complete, as it is to be stored
     * @param text what clustering reads of it
     */
    public record Received(Article article, ArticleText text) {

        /** Reads an article without flaw. */
        public static Received of(Article article) {
            return new Received(article, toText(article));
        }

        /** Returns the same with title and lead in another language beside the original. */
        public Received with(Translation translation) {
            return of(article.toBuilder().setTranslation(toProto(translation)).build());
        }
    }

    /** Why an article is not taken: a constant for programs and a sentence for people. */
    public record Flaw(String reason, String message) {}

    /** Returns what is wrong with an article, if anything. */
    public static Optional<Flaw> flawOf(Article article, ClustererConfig.Limits limits, Instant now) {
        return urlFlaw(article, limits)
                .or(() -> idFlaw(article))
                .or(() -> lengthFlaw(article, limits))
                .or(() -> timeFlaw(article, limits, now));
    }

    /** Reads what clustering needs. */
    private static ArticleText toText(Article article) {
        return new ArticleText(
                article.getId(),
                article.getTitle().strip(),
                article.getLead().strip(),
                article.getText(),
                primary(article.getLanguage()),
                toInstant(article.hasPublishTime() ? article.getPublishTime() : article.getDiscoverTime()),
                article.getContentHash(),
                article.getKind() == ArticleKind.ARTICLE_KIND_OPINION,
                hostOf(article.getCanonicalUrl()),
                String.join(", ", article.getAuthorsList()),
                article.hasTranslation() ? Optional.of(toTranslation(article.getTranslation())) : Optional.empty(),
                article.hasPublishTime(),
                imageUrl(article.getImageUrl()));
    }

    private static Translation toTranslation(ArticleTranslation translation) {
        return new Translation(
                primary(translation.getLanguage()),
                translation.getTitle().strip(),
                translation.getLead().strip(),
                translation.getEngine());
    }

    private static ArticleTranslation toProto(Translation translation) {
        return ArticleTranslation.newBuilder()
                .setLanguage(translation.language())
                .setTitle(translation.title())
                .setLead(translation.lead())
                .setEngine(translation.engine())
                .build();
    }

    private static String primary(String language) {
        return language.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** An image that cannot be one is none: it is not worth refusing an article for. */
    private static String imageUrl(String url) {
        boolean valid =
                url.length() <= IMAGE_URL_CHARACTERS && IMAGE_URL.matcher(url).matches();
        return valid ? url : "";
    }

    private static Optional<Flaw> urlFlaw(Article article, ClustererConfig.Limits limits) {
        String url = article.getCanonicalUrl();
        boolean valid = url.length() <= limits.urlCharacters()
                && (url.startsWith("http://") || url.startsWith("https://"))
                && !hostOf(url).isEmpty();
        return flawUnless(
                valid,
                "CANONICAL_URL_INVALID",
                "The canonical URL '%s' is not an absolute http or https URL of at most %d characters."
                        .formatted(shortened(url), limits.urlCharacters()));
    }

    private static Optional<Flaw> idFlaw(Article article) {
        String expected = idOf(article.getCanonicalUrl());
        return flawUnless(
                article.getId().equals(expected),
                "ARTICLE_ID_INVALID",
                "The id '%s' is not that of the canonical URL, which is '%s'."
                        .formatted(shortened(article.getId()), expected));
    }

    private static Optional<Flaw> lengthFlaw(Article article, ClustererConfig.Limits limits) {
        return flawUnless(
                        !article.getTitle().isBlank() || !article.getText().isBlank(),
                        "ARTICLE_EMPTY",
                        "The article has neither title nor text.")
                .or(() -> tooLong("title", article.getTitle(), limits.titleCharacters()))
                .or(() -> tooLong("lead", article.getLead(), limits.leadCharacters()))
                .or(() -> tooLong("text", article.getText(), limits.textCharacters()));
    }

    private static Optional<Flaw> tooLong(String field, String value, int limit) {
        return flawUnless(
                value.length() <= limit,
                "ARTICLE_TOO_LONG",
                "The %s has %d characters, more than the %d allowed.".formatted(field, value.length(), limit));
    }

    private static Optional<Flaw> timeFlaw(Article article, ClustererConfig.Limits limits, Instant now) {
        if (!article.hasDiscoverTime()) {
            return Optional.of(new Flaw("TIME_INVALID", "The article has no discover_time."));
        }
        try {
            toInstant(article.getDiscoverTime());
            toInstant(article.getModifyTime());
            Instant published = toInstant(article.getPublishTime());
            return flawUnless(
                    published.isBefore(now.plus(limits.future())),
                    "TIME_INVALID",
                    "The publish_time %s lies further ahead than %s.".formatted(published, limits.future()));
        } catch (DateTimeException e) {
            return Optional.of(new Flaw("TIME_INVALID", "A time of the article is out of range."));
        }
    }

    private static Optional<Flaw> flawUnless(boolean valid, String reason, String message) {
        return valid ? Optional.empty() : Optional.of(new Flaw(reason, message));
    }

    /** The range is that of Timestamp: years 1 to 9999. */
    private static Instant toInstant(Timestamp time) {
        var instant = Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
        if (instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                || instant.isAfter(Instant.parse("9999-12-31T23:59:59.999999999Z"))) {
            throw new DateTimeException("outside of years 1 to 9999");
        }
        return instant;
    }

    private static String hostOf(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost()).orElse("").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String idOf(String url) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String shortened(String value) {
        return value.length() <= 200 ? value : value.substring(0, 200) + "…";
    }
}
