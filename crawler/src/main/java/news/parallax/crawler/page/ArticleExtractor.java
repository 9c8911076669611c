package news.parallax.crawler.page;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.robots.RobotsDirectives;
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

    private final Charsets charsets = new Charsets();
    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final int textLimit;

    private final String userAgent;
    private final InstantSource clock;

    @Inject
    public ArticleExtractor(CrawlerConfig config, InstantSource clock) {
        this.textLimit = config.textLimit();
        this.userAgent = config.userAgent();
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
        PageDate date = PageDate.of(page, meta, scope, url, known.publishTime(), texts);
        String wire = WireCredit.stated(meta, scope, outlet);
        List<String> authors = new Authors(
                        page, meta, scope, () -> ArticleScope.wide(page, headline.element()), outlet, wire, texts)
                .names();
        CanonicalUrl canonical = canonicalUrl(page, meta, url);
        String text = cut(BodyText.of(page, () -> meta.jsonLd("articleBody")), textLimit);
        if (headline.text().isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        String section = first(
                meta.jsonLd("articleSection"),
                meta.meta("article:section"),
                scope.property("articleSection"),
                known.section());
        Optional<Instant> published = date.published();
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
                LeadImage.of(meta, scope, url),
                section,
                KindOfPage.of(meta, canonical, section, headline.text()),
                Paywall.isAround(page, meta, scope),
                first(wire, WireCredit.inText(text, outlet)),
                meta.publisherGroup(),
                RobotsDirectives.parse(meta.metas("robots", userAgent).toList(), userAgent)));
    }

    /**
     * The page's own statement, unless it points to another site or to a front page: a page must not speak for the
     * articles of others, and front pages as canonical URL are a common mistake.
     */
    private static CanonicalUrl canonicalUrl(Document page, PageMetadata meta, HttpUrl url) {
        CanonicalUrl own = CanonicalUrl.of(url);
        Site site = Site.of(HttpUrl.get(own.value()));
        Element link = page.selectFirst("link[rel~=(?i)(^|\\s)canonical(\\s|$)][href]");
        return Stream.of(link == null ? "" : link.attr("href"), meta.meta("og:url"), meta.jsonLd("mainEntityOfPage"))
                .filter(candidate -> !candidate.isBlank())
                .map(url::resolve)
                .filter(Objects::nonNull)
                .map(CanonicalUrl::of)
                .filter(candidate -> isArticleOf(site, HttpUrl.get(candidate.value())))
                .findFirst()
                .orElse(own);
    }

    private static boolean isArticleOf(Site site, HttpUrl url) {
        return Site.of(url).equals(site) && (!url.encodedPath().equals("/") || url.query() != null);
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
