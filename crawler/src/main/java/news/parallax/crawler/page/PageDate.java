package news.parallax.crawler.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * When a page's article was published and last changed.
 *
 * @param publishDay on the outlet's calendar; the day of {@code published} in UTC may be its neighbour
 */
record PageDate(Optional<Instant> published, Optional<LocalDate> publishDay, Optional<Instant> changed) {

    /** Clocks are wrong, and a day begins in the east first. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    /** Names of meta elements, letters and digits only, the most deliberate first. */
    private static final String[] PUBLISHED = {
        "article:published_time",
        "article:published",
        "og:published_time",
        "og:article:published_time",
        "og:release_date",
        "og:regdate",
        "og:pubdate",
        "rnews:datepublished",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:publishtime",
        "cxenseparse:recs:publishtime",
        "shareaholic:article_published_time",
        "bt:pubdate",
        "dc.date.issued",
        "dcterms.issued",
        "dc.issued",
        "dcterms.available",
        "citation_online_date",
        "citation_publication_date",
        "bepress_citation_date",
        "bepress_citation_online_date",
        "citation_date",
        "prism.publicationdate",
        "publishdate",
        "publish_date",
        "publishtime",
        "publishedtime",
        "published_time",
        "publication_date",
        "publisheddate",
        "published_at",
        "pubdate",
        "article_date_original",
        "originalpublicationdate",
        "dateissued",
        "firstpublished",
        "displaydate",
        "date",
        "dc.date.created",
        "dcterms.created",
        "dc.created",
        "dcterms.date",
        "dc.date",
        "created",
        "datecreated",
        "date_created",
        "creation_date",
        "uploaddate",
        "release_date",
        "article.created",
        "weibo:article:create_at",
        "timestamp",
        "ptime",
        "pdate",
        "articledate",
        "article_date",
        "video:release_date"
    };

    private static final String[] CHANGED = {
        "article:modified_time",
        "og:modified_time",
        "datemodified",
        "og:updated_time",
        "dcterms.modified",
        "dc.date.modified",
        "dc.modified",
        "lastmodified",
        "last-modified",
        "lastmod",
        "date_modified",
        "modified",
        "updated",
        "updated_time",
        "revised",
        "dateupdate",
        "lastupdate",
        "weibo:article:update_at"
    };

    private static final Pattern SCRIPT_DATE = Pattern.compile(
            "[\"'](?:date_?published|publish_?date|published_?date|publish(?:ed)?_?time|published_?at|publication_?date"
                    + "|pub_?date|upload_?date|article_?publi\\w{0,20}|first_?publi\\w{0,20}|post_?date|publish_?on"
                    + "|yyyy-mm-dd|date_?created|created_?at)[\"']\\s*:\\s*[\\[{\\s\"'\\w:-]{0,40}?[\"']?"
                    + "((?:19|20)\\d{2}[-/]?\\d{2}[-/]?\\d{2}[T ]?[\\d:.]{0,15}(?:Z|[+-]\\d\\d:?\\d\\d)?|1\\d{9}(?:\\d{3})?)[\"',}\\s]",
            Pattern.CASE_INSENSITIVE);

    private static final int WRITING_SCRIPT_CHARS_MAX = 100;
    private static final int SCRIPT_CHARS_MAX = 400_000;

    /** Country domains of English with the day before the month are all but these; most of the others name no country. */
    private static final Set<String> NOT_DAY_FIRST =
            Set.of("us", "ph", "co", "io", "tv", "me", "ai", "fm", "ly", "to", "cc", "ws");

    /** How texts of a page are to be read: by its language and its country. */
    static DateText texts(String languageTag, HttpUrl url, Instant now) {
        Locale locale = Locale.forLanguageTag(languageTag);
        String last = url.host().substring(url.host().lastIndexOf('.') + 1);
        boolean country = last.length() == 2 && !NOT_DAY_FIRST.contains(last);
        boolean american = Set.of("", "US", "PH").contains(locale.getCountry());
        boolean english = Set.of("en", "").contains(locale.getLanguage());
        LocalDate latest = now.plus(MOST_AHEAD).atZone(ZoneOffset.UTC).toLocalDate();
        return new DateText(locale.getLanguage(), english && american && !country, latest);
    }

    /**
     * Reads the page.
     *
     * @param feedTime when the feed says that the article was published; better than a date that merely stands somewhere
     */
    static PageDate of(
            Document page,
            PageMetadata meta,
            ArticleScope scope,
            HttpUrl url,
            Optional<Instant> feedTime,
            DateText texts) {
        ShownDates shown = new ShownDates(scope, texts);
        Optional<LocalDate> urlDay = UrlDay.of(url.encodedPath(), texts);
        List<StatedTime> changes = Stream.concat(
                        Stream.concat(
                                        meta.jsonLd()
                                                .valuesOfAny("dateModified")
                                                .map(PageMetadata::nameOf),
                                        meta.metas(CHANGED))
                                .flatMap(text -> StatedTime.parse(text, texts).stream()),
                        shown.changed().stream())
                .toList();
        Optional<StatedTime> fed = feedTime.map(
                time -> new StatedTime(time, time.atZone(ZoneOffset.UTC).toLocalDate(), true, true));
        List<StatedTime> exact = Stream.concat(fed.stream(), shown.published().stream())
                .filter(StatedTime::exact)
                .toList();
        Optional<StatedTime> published = stated(meta, shown, urlDay, texts)
                .or(() -> urlDay.map(StatedTime::ofDay))
                .or(shown::sure)
                .or(() -> fed)
                .or(() -> inScripts(page, texts))
                .or(() -> changes.stream().findFirst())
                .or(() -> shown.published().stream().findFirst())
                .or(() -> anywhere(page, texts))
                .map(time -> toTheMinute(time, exact));
        Optional<Instant> changed = changes.stream()
                .map(StatedTime::instant)
                .filter(time -> published.stream().noneMatch(first -> !time.isAfter(first.instant())))
                .findFirst();
        return new PageDate(published.map(StatedTime::instant), published.map(StatedTime::day), changed);
    }

    /** A time and who states it; statements of one kind do not confirm each other. */
    private record Statement(StatedTime time, Kind kind) {}

    private enum Kind {
        JSON_LD,
        META
    }

    /** A statement for machines; where several differ in the day, the one that others, the URL and shown dates confirm. */
    private static Optional<StatedTime> stated(
            PageMetadata meta, ShownDates shown, Optional<LocalDate> urlDay, DateText texts) {
        List<Statement> all = new ArrayList<>();
        add(Kind.JSON_LD, meta.jsonLd().values("datePublished").map(PageMetadata::nameOf), texts, all);
        add(Kind.META, meta.metas(PUBLISHED), texts, all);
        add(Kind.JSON_LD, meta.jsonLd().valuesOfAny("datePublished").map(PageMetadata::nameOf), texts, all);
        add(Kind.JSON_LD, meta.jsonLd().values("uploadDate").map(PageMetadata::nameOf), texts, all);
        add(Kind.JSON_LD, meta.jsonLd().values("dateCreated").map(PageMetadata::nameOf), texts, all);
        add(Kind.META, meta.metasNamed(name -> name.contains("publish") && !name.contains("publisher")), texts, all);
        StatedTime best = null;
        double most = 0;
        for (Statement statement : all) {
            double support = support(statement, all, shown, urlDay);
            if (support > most) { // the first of equals
                most = support;
                best = statement.time();
            }
        }
        return Optional.ofNullable(best).map(time -> onTheDayThatIsShown(time, shown, urlDay));
    }

    private static void add(Kind kind, Stream<String> stated, DateText texts, List<Statement> all) {
        stated.flatMap(text -> StatedTime.parse(text, texts).stream())
                .forEach(time -> all.add(new Statement(time, kind)));
    }

    /** One for each kind that may mean the day, three for the URL, a little more than one for what is shown. */
    private static double support(
            Statement statement, List<Statement> all, ShownDates shown, Optional<LocalDate> urlDay) {
        StatedTime time = statement.time();
        double support = all.stream()
                .filter(other -> other.time().mayBe(time.day()))
                .map(Statement::kind)
                .distinct()
                .count();
        support += urlDay.filter(time::mayBe).isPresent() ? 3 : 0;
        support += shown.sure().map(StatedTime::day).filter(time::mayBe).isPresent() ? 1.2 : 0;
        return support + (statement == all.getFirst() ? 0.5 : 0) + (time.exact() ? 0.1 : 0);
    }

    private static StatedTime onTheDayThatIsShown(StatedTime time, ShownDates shown, Optional<LocalDate> urlDay) {
        LocalDate day = Stream.concat(urlDay.stream(), shown.sure().map(StatedTime::day).stream())
                .filter(time::mayBe)
                .findFirst()
                .orElse(time.day());
        return new StatedTime(time.instant(), day, time.exact(), time.utc());
    }

    /** A day gets its time from an exact one of that day. */
    private static StatedTime toTheMinute(StatedTime time, List<StatedTime> exact) {
        return time.exact()
                ? time
                : exact.stream()
                        .filter(other -> other.mayBe(time.day()))
                        .findFirst()
                        .map(other -> new StatedTime(other.instant(), time.day(), true, other.utc()))
                        .orElse(time);
    }

    /** A day of change in a footer says at least since when there is the page. */
    private static Optional<StatedTime> anywhere(Document page, DateText texts) {
        ShownDates wide = new ShownDates(ArticleScope.wide(page, null), texts);
        return wide.changed().or(() -> wide.published().stream().findFirst());
    }

    /** Data for analytics; then dates that a short script writes into the page. */
    private static Optional<StatedTime> inScripts(Document page, DateText texts) {
        List<String> scripts = page.getElementsByTag("script").stream()
                .map(Element::data)
                .filter(data -> data.length() > 12 && data.length() <= SCRIPT_CHARS_MAX)
                .toList();
        return scripts.stream()
                .flatMap(data -> SCRIPT_DATE.matcher(data).results().limit(5))
                .map((MatchResult match) -> match.group(1))
                .flatMap(text -> StatedTime.parse(text, texts).stream())
                .findFirst()
                .or(() -> scripts.stream()
                        .filter(data -> data.length() <= WRITING_SCRIPT_CHARS_MAX)
                        .flatMap(data -> texts.first(data).stream())
                        .map(StatedTime::ofDay)
                        .findFirst());
    }
}
