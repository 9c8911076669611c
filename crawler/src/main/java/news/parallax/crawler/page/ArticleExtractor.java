package news.parallax.crawler.page;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
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

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");

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

    private final int textLimit;

    public ArticleExtractor(CrawlerConfig config) {
        this.textLimit = config.textLimit();
    }

    /**
     * Returns the article; empty if the page has neither title nor text.
     *
     * @param contentType as the server wrote it; empty if it did not say
     * @param url where the page was found
     */
    public Optional<ExtractedArticle> extract(byte[] html, String contentType, HttpUrl url, FeedFacts known) {
        Document page = parse(html, contentType, url);
        PageMetadata meta = new PageMetadata(page);
        String text = cut(BodyText.of(page, meta.jsonLd("articleBody")), textLimit);
        CanonicalUrl canonical = canonicalUrl(page, meta, url);
        String publisher = first(meta.jsonLd("publisher"), meta.meta("og:site_name", "application-name"));
        String title = title(page, meta, publisher, known);
        if (title.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        String section = first(
                meta.jsonLd("articleSection"),
                meta.meta("article:section"),
                firstOf(meta.microdata("articleSection")),
                known.section());
        Optional<Instant> published = publishTime(page, meta).or(known::publishTime);
        return Optional.of(new ExtractedArticle(
                canonical,
                publisher,
                title,
                lead(meta, known),
                text,
                authors(page, meta, known),
                language(page, meta, known),
                published,
                modifyTime(meta)
                        .or(known::modifyTime)
                        .filter(time -> !Optional.of(time).equals(published)),
                imageUrl(meta, url),
                section,
                kind(meta, canonical, section),
                paywall(meta),
                wireCredit(page, meta, publisher, text)));
    }

    private static Document parse(byte[] html, String contentType, HttpUrl url) {
        Matcher named = CHARSET.matcher(contentType);
        String charset = named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
        try {
            // without a charset jsoup looks for a byte order mark, then at the meta elements, then takes UTF-8
            return Jsoup.parse(new ByteArrayInputStream(html), charset, url.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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

    private static String title(Document page, PageMetadata meta, String publisher, FeedFacts known) {
        Element heading = page.selectFirst("article h1, main h1, h1");
        String title = first(
                meta.jsonLd("headline"),
                meta.meta("og:title", "twitter:title"),
                firstOf(meta.microdata("headline")),
                heading == null ? "" : heading.text(),
                page.title(),
                known.title());
        return withoutPublisher(title, publisher.isEmpty() ? meta.meta("og:site_name") : publisher);
    }

    /** "Title | Outlet" and "Title - Outlet" become "Title". */
    private static String withoutPublisher(String title, String publisher) {
        return publisher.isEmpty() ? title : title.replaceFirst("\\s+[|–—-]\\s+" + Pattern.quote(publisher) + "$", "");
    }

    private static String lead(PageMetadata meta, FeedFacts known) {
        return first(
                meta.jsonLd("description"),
                meta.meta("og:description", "description", "twitter:description"),
                firstOf(meta.microdata("description")),
                known.lead());
    }

    private static List<String> authors(Document page, PageMetadata meta, FeedFacts known) {
        return Stream.of(
                        meta.jsonLdAuthors(false),
                        meta.metas("author", "article:author", "parsely-author", "dc.creator")
                                .flatMap(names -> Byline.names(names).stream())
                                .distinct()
                                .toList(),
                        meta.microdata("author"),
                        Byline.authors(page),
                        known.authors())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
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

    private static Optional<Instant> publishTime(Document page, PageMetadata meta) {
        Element shown = page.selectFirst("article time[datetime], main time[datetime], time[datetime]");
        return time(
                meta.jsonLd("datePublished"),
                meta.meta("article:published_time", "og:published_time", "date", "dc.date", "parsely-pub-date"),
                firstOf(meta.microdata("datePublished")),
                shown == null ? "" : shown.attr("datetime"));
    }

    private static Optional<Instant> modifyTime(PageMetadata meta) {
        return time(
                meta.jsonLd("dateModified"),
                meta.meta("article:modified_time", "og:updated_time", "last-modified"),
                firstOf(meta.microdata("dateModified")));
    }

    private static Optional<Instant> time(String... candidates) {
        return Stream.of(candidates)
                .flatMap(candidate -> PublishTime.parse(candidate).stream())
                .findFirst();
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

    private static boolean paywall(PageMetadata meta) {
        String free = first(meta.jsonLd("isAccessibleForFree"), firstOf(meta.microdata("isAccessibleForFree")));
        String tier = meta.meta("article:content_tier");
        return free.equalsIgnoreCase("false") || tier.equals("locked") || tier.equals("metered");
    }

    private static String wireCredit(Document page, PageMetadata meta, String publisher, String text) {
        return Stream.of(
                        meta.jsonLd("sourceOrganization"),
                        firstOf(meta.microdata("sourceOrganization")),
                        firstOf(meta.jsonLdAuthors(true)),
                        Byline.agency(page, text))
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase(publisher))
                .findFirst()
                .orElse("");
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

    private static String firstOf(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }
}
