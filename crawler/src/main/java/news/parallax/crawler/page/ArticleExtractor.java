package news.parallax.crawler.page;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.text.Charsets;
import news.parallax.crawler.text.LanguageIdentifier;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article in a page. For each fact the most deliberate statement wins: JSON-LD, then meta elements, then
 * microdata, then what the page shows to people, then the feed.
 */
@Singleton
public class ArticleExtractor {

    /** Names of the opinion section, in the languages of western Europe. */
    private static final Set<String> OPINION = Set.of(
            "opinion",
            "opinions",
            "opinión",
            "opiniones",
            "opinie",
            "opinioni",
            "meinung",
            "kommentar",
            "comment",
            "commentary",
            "commentisfree",
            "editorial",
            "editorials",
            "tribune",
            "column",
            "columns",
            "columnas");

    private static final Set<String> LIVE = Set.of("live", "liveblog", "liveticker", "en-direct", "directo", "diretta");

    private final Charsets charsets = new Charsets();
    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final int textLimit;

    private final InstantSource clock;

    @Inject
    public ArticleExtractor(CrawlerConfig config, InstantSource clock) {
        this.textLimit = config.textLimit();
        this.clock = clock;
    }

    public ArticleExtractor(CrawlerConfig config) {
        this(config, InstantSource.system());
    }

    /**
     * Returns the article; empty if the page has neither title nor text.
     *
     * @param contentType as the server wrote it; empty if it did not say
     * @param url where the page was found
     */
    public Optional<ExtractedArticle> extract(byte[] html, String contentType, HttpUrl url, FeedFacts known) {
        Document page = Jsoup.parse(
                charsets.decode(html, contentType, Charsets.Kind.HTML).text(), url.toString());
        PageMetadata meta = new PageMetadata(page);
        Outlet outlet = Outlet.of(meta, url);
        Headline headline = Headline.of(page, meta, outlet, known.title());
        ArticleScope scope = ArticleScope.of(page, headline.element());
        String language = language(page, meta, known);
        DateText texts = PageDate.texts(language, url, clock.instant());
        PageDate date = PageDate.of(page, meta, scope, url, texts);
        String wire = WireCredit.stated(meta, scope, outlet);
        List<String> authors = new Authors(
                        page, meta, scope, () -> ArticleScope.wide(page, headline.element()), outlet, wire, texts)
                .names();
        CanonicalUrl canonical = canonicalUrl(page, meta, url);
        String text = cut(BodyText.of(page, meta.jsonLd("articleBody")), textLimit);
        if (headline.text().isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        String section = first(
                meta.jsonLd("articleSection"),
                meta.meta("article:section"),
                scope.property("articleSection"),
                known.section());
        Optional<Instant> published = date.published().or(known::publishTime);
        return Optional.of(new ExtractedArticle(
                canonical,
                outlet.name(),
                headline.text(),
                lead(meta, scope, known),
                text,
                authors.isEmpty() ? known.authors() : authors,
                languages.identify(headline.text() + "\n" + text, language),
                published,
                date.publishDay(),
                date.changed()
                        .or(known::modifyTime)
                        .filter(time -> !Optional.of(time).equals(published)),
                imageUrl(meta, url),
                section,
                kind(meta, canonical, section),
                paywall(meta, scope),
                first(wire, WireCredit.inText(text, outlet))));
    }

    /**
     * The page's own statement, unless it points to another site or to a front page: a page must not speak for the
     * articles of others, and front pages as canonical URL are a common mistake.
     */
    private static CanonicalUrl canonicalUrl(Document page, PageMetadata meta, HttpUrl url) {
        Element link = page.selectFirst("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]");
        return Stream.of(link == null ? "" : link.attr("href"), meta.meta("og:url"), meta.jsonLd("mainEntityOfPage"))
                .filter(candidate -> !candidate.isBlank())
                .map(url::resolve)
                .filter(Objects::nonNull)
                .filter(candidate -> Site.of(candidate).equals(Site.of(url)))
                .filter(candidate -> !candidate.encodedPath().equals("/"))
                .findFirst()
                .map(CanonicalUrl::of)
                .orElseGet(() -> CanonicalUrl.of(url));
    }

    private static String lead(PageMetadata meta, ArticleScope scope, FeedFacts known) {
        return first(
                meta.jsonLd("description"),
                meta.meta("og:description", "description", "twitter:description"),
                scope.property("description"),
                known.lead());
    }

    private static String language(Document page, PageMetadata meta, FeedFacts known) {
        Element html = page.selectFirst("html[lang]");
        String tag = first(
                html == null ? "" : html.attr("lang"),
                meta.jsonLd("inLanguage"),
                meta.meta("og:locale", "content-language"),
                known.language());
        String normal = Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
        return normal.equals("und") ? "" : normal;
    }

    private static String imageUrl(PageMetadata meta, HttpUrl url) {
        String image = first(meta.meta("og:image", "twitter:image"), meta.jsonLd("image"));
        HttpUrl absolute = image.isEmpty() ? null : url.resolve(image);
        return absolute == null ? "" : absolute.toString();
    }

    private static Kind kind(PageMetadata meta, CanonicalUrl url, String section) {
        Set<String> types = meta.types();
        List<String> folders = HttpUrl.get(url.value()).pathSegments();
        Set<String> words = Stream.concat(folders.stream().limit(folders.size() - 1L), Stream.of(section))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (types.contains("AdvertiserContentArticle") || words.contains("sponsored")) {
            return Kind.SPONSORED;
        }
        if (types.contains("LiveBlogPosting") || words.stream().anyMatch(LIVE::contains)) {
            return Kind.LIVE;
        }
        boolean markedOpinion = types.contains("OpinionNewsArticle")
                || meta.meta("article:opinion").equalsIgnoreCase("true");
        if (markedOpinion || words.stream().anyMatch(OPINION::contains)) {
            return Kind.OPINION;
        }
        return types.contains("VideoObject") || meta.meta("og:type").startsWith("video") ? Kind.VIDEO : Kind.NEWS;
    }

    private static boolean paywall(PageMetadata meta, ArticleScope scope) {
        String free = first(
                meta.jsonLd("isAccessibleForFree"),
                meta.meta("isAccessibleForFree"),
                scope.property("isAccessibleForFree"));
        String tier = meta.meta("article:content_tier");
        return free.equalsIgnoreCase("false") || tier.equals("locked") || tier.equals("metered");
    }

    /** Cuts a text at the last paragraph that fits; a first paragraph that does not fit is cut itself. */
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = text.lastIndexOf("\n\n", limit);
        return text.substring(0, end > 0 ? end : limit);
    }

    private static String first(String... candidates) {
        return Stream.of(candidates)
                .map(String::strip)
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse("");
    }
}
