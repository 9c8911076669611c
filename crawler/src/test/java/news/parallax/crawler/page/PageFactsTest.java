package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.TestConfig;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page tells beside its text: sources that agree, that contradict each other, that are broken. */
class PageFactsTest {

    private static final String BODY =
            "<p>The old bridge over the Lorne will be closed for a year, the county said.</p>";

    private final ArticleExtractor extractor =
            new ArticleExtractor(TestConfig.with(), InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z")));

    private ExtractedArticle page(String head, String body) {
        return page("https://outlet.example/news/bridge", head, body);
    }

    private ExtractedArticle page(String url, String head, String body) {
        String html = "<!doctype html><html lang=en><head>" + head + "</head><body>" + body + BODY + "</body></html>";
        return extractor
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        "text/html; charset=utf-8",
                        HttpUrl.get(url),
                        FeedFacts.NONE)
                .orElseThrow();
    }

    private static String jsonLd(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script>";
    }

    @Nested
    class Title {

        @Test
        void theHeadingThatMachinesAreToldAboutBeatsALogo() {
            var page = page(
                    "<title>Bridge closed for a year | The Outlet</title>",
                    "<h1><a href=/>The Outlet</a></h1><h2>Bridge closed for a year</h2>");
            assertThat(page.title()).isEqualTo("Bridge closed for a year");
        }

        @Test
        void whatPeopleSeeBeatsWhatSearchEnginesAreTold() {
            var page = page(
                    "<meta property=og:title content='Lorne bridge closed: all you must know'>",
                    "<h1>The Lorne bridge is closed, and the county has no plan</h1>");
            assertThat(page.title()).isEqualTo("The Lorne bridge is closed, and the county has no plan");
        }

        @Test
        void aHeadingThatSharesNothingIsNone() {
            var page = page("<meta property=og:title content='Lorne bridge closed'>", "<h1>Menu</h1>");
            assertThat(page.title()).isEqualTo("Lorne bridge closed");
        }

        @Test
        void aPageWhoseTitleIsTheOutletsNameHasThatOfItsFirstHeading() {
            var page = page(
                    "<title>The Outlet</title><meta property=og:site_name content='The Outlet'>",
                    "<nav><h2>Menu</h2></nav><h2>Bridge closed</h2>");
            assertThat(page.title()).isEqualTo("Bridge closed");
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                        Bridge closed - News - The Outlet ; Bridge closed - News
                        The Outlet: Bridge closed         ; Bridge closed
                        Bridge closed « The Outlet        ; Bridge closed
                        Ferry - not bridge - opens        ; Ferry - not bridge - opens
                        """)
        void theOutletsNameIsNoPartOfTheTitle(String stated, String title) {
            var page = page(
                    "<meta property=og:site_name content='The Outlet'><meta property=og:title content='" + stated
                            + "'>",
                    "");
            assertThat(page.title()).isEqualTo(title);
        }
    }

    @Nested
    class Day {

        @Test
        void theDayIsThatOfTheOutletsCalendar() {
            var page = page("<meta property=article:published_time content='2026-05-01T00:30:00+02:00'>", "");
            assertThat(page.publishTime()).contains(Instant.parse("2026-04-30T22:30:00Z"));
            assertThat(page.publishDay()).contains(LocalDate.of(2026, 5, 1));
        }

        @Test
        void aTimeInUtcIsPutOnTheDayThatTheUrlNames() {
            var page = page(
                    "https://outlet.example/2026/04/30/bridge",
                    "<meta property=article:published_time content='2026-05-01T03:30:00Z'>",
                    "");
            assertThat(page.publishDay()).contains(LocalDate.of(2026, 4, 30));
            assertThat(page.publishTime()).contains(Instant.parse("2026-05-01T03:30:00Z"));
        }

        @Test
        void ofTwoStatementsThatDifferTheOneWinsThatIsShown() {
            var page = page(
                    jsonLd("{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-01-09T10:00:00Z\"}")
                            + "<meta property=article:published_time content='2026-05-01T08:00:00Z'>",
                    "<h1>Bridge closed</h1><span class=date>May 1, 2026</span>");
            assertThat(page.publishDay()).contains(LocalDate.of(2026, 5, 1));
        }

        @Test
        void theFutureAndTheTimeBeforeTheWebAreRefused() {
            var page = page(
                    "<meta property=article:published_time content='2031-05-01T08:00:00Z'>"
                            + "<meta name=date content='1970-01-01T00:00:00Z'>",
                    "");
            assertThat(page.publishTime()).isEmpty();
        }

        @Test
        void aDateOfACommentOrATeaserIsNotTheArticles() {
            var page = page(
                    "",
                    "<h1>Bridge closed</h1><div class=related><time datetime=2026-01-01>x</time></div>"
                            + "<ol class=comments><li><time datetime=2026-02-02>x</time></ol>"
                            + "<p class=posted>Published: 1 May 2026</p>");
            assertThat(page.publishDay()).contains(LocalDate.of(2026, 5, 1));
        }

        @Test
        void aShownUpdateIsTheTimeOfChange() {
            var page = page(
                    "<meta property=article:published_time content='2026-05-01T08:00:00Z'>",
                    "<h1>Bridge closed</h1><p class=date>Updated: 3 May 2026</p>");
            assertThat(page.publishDay()).contains(LocalDate.of(2026, 5, 1));
            assertThat(page.modifyTime()).contains(Instant.parse("2026-05-03T00:00:00Z"));
        }

        @Test
        void theFeedsTimeBeatsADayOfChangeAndMakesADayExact() {
            Instant fed = Instant.parse("2026-05-01T08:15:00Z");
            var known = new FeedFacts("", "", List.of(), "", Optional.of(fed), Optional.empty(), "");
            assertThat(fed("<meta name=last-modified content=2026-05-03>", known)
                            .publishTime())
                    .contains(fed);
            assertThat(fed("<meta name=date content=2026-05-01>", known).publishTime())
                    .contains(fed);
            assertThat(fed("<meta name=date content=2026-04-20>", known).publishDay())
                    .contains(LocalDate.of(2026, 4, 20));
        }

        private ExtractedArticle fed(String head, FeedFacts known) {
            byte[] html = ("<head>" + head + "</head><h1>Bridge closed</h1>" + BODY).getBytes(StandardCharsets.UTF_8);
            return extractor
                    .extract(html, "text/html", HttpUrl.get("https://outlet.example/bridge"), known)
                    .orElseThrow();
        }

        @Test
        void aBrokenBlockStillTellsItsDate() {
            var page = page(
                    jsonLd("{\"@type\": \"NewsArticle\", \"headline\": \"The \"old\" bridge\","
                            + " \"datePublished\": \"2026-05-01T08:00:00+02:00\""),
                    "");
            assertThat(page.publishTime()).contains(Instant.parse("2026-05-01T06:00:00Z"));
        }

        @Test
        void aDataLayerIsReadIfNothingElseTellsTheDay() {
            var page = page("<script>dataLayer = [{'publishDate': '2026-05-01', 'x': 1}]</script>", "<h1>Bridge</h1>");
            assertThat(page.publishDay()).contains(LocalDate.of(2026, 5, 1));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"/2026/05/01/bridge", "/news/2026-05-01-bridge", "/20260501/bridge", "/bridge-20260501.html"
                })
        void theUrlMayTellTheDay(String path) {
            assertThat(page("https://outlet.example" + path, "", "").publishDay())
                    .contains(LocalDate.of(2026, 5, 1));
        }
    }

    @Nested
    class People {

        @Test
        void authorsInAGraphAreFoundByTheirIds() {
            var page = page(
                    jsonLd(
                            "{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Moor\"},"
                                    + "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"author\":[{\"@id\":\"#a\"},{\"@type\":\"Person\",\"name\":\"Ben Ash\"}]}]}"),
                    "");
            assertThat(page.authors()).containsExactly("Ada Moor", "Ben Ash");
        }

        @Test
        void theOutletIsNoAuthorWhereAPersonSigns() {
            var page = page(
                    "<meta property=og:site_name content='The Outlet'>"
                            + jsonLd(
                                    "{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"The Outlet\"}}"),
                    "<h1>Bridge closed</h1><p class=byline>By <b>Ada Moor</b> on May 1, 2026</p>");
            assertThat(page.authors()).containsExactly("Ada Moor");
        }

        @Test
        void theMakerOfATemplateIsNotTheAuthorWhoIsLinked() {
            var page = page(
                    "<meta name=author content='Tom Theme'>",
                    "<h1>Bridge closed</h1><p>Posted by <a href=/author/ada>Ada Moor</a></p>");
            assertThat(page.authors()).containsExactly("Ada Moor");
        }

        @Test
        void aReaderWhoCommentsIsNoAuthor() {
            var page = page("", "<h1>Bridge closed</h1><div id=comments><span class=author>Troll 1</span></div>");
            assertThat(page.authors()).isEmpty();
        }

        @Test
        void anAgencyIsCreditedAndNoAuthor() {
            var page = page(
                    "<meta name=author content='Ada Moor, dpa'>", "<h1>Bridge</h1><p class=byline>Ada Moor, dpa</p>");
            assertThat(page.authors()).containsExactly("Ada Moor");
            assertThat(page.wireCredit()).isEqualTo("dpa");
        }

        @Test
        void aSiteThatHasItsAuthorsNameIsWrittenByThem() {
            var page = page(
                    "<meta property=og:site_name content='Ada Moor'>"
                            + jsonLd(
                                    "{\"@type\":\"BlogPosting\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Moor\"}}"),
                    "");
            assertThat(page.authors()).containsExactly("Ada Moor");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <p>BERLIN (Reuters) - The bridge is closed, and so it stays.</p>          | Reuters
                    <p>The bridge is closed, and so it will stay, they said. (dpa/AFP)</p>    | dpa/AFP
                    <p>The bridge is closed, and so it will stay.</p><p>Quelle: dpa-AFX</p>   | dpa-AFX
                    <p>The bridge is closed (and so it stays).</p>                            | ''
                    """)
    void theTextMayCreditAnAgency(String text, String agency) {
        assertThat(WireCredit.inText(
                        Jsoup.parse(text).text(),
                        Outlet.of(new PageMetadata(Jsoup.parse("")), HttpUrl.get("https://outlet.example/"))))
                .isEqualTo(agency);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://outlet.example/meinung/bruecke-1,          OPINION
                    https://outlet.example/en-direct/pont-1,           LIVE
                    https://outlet.example/advertorial/bridge-1,       SPONSORED
                    https://outlet.example/video/bridge-1,             VIDEO
                    https://outlet.example/news/opinion,               NEWS
                    https://outlet.example/commentary-box/bridge-1,    NEWS
                    """)
    void theFoldersOfTheUrlTellTheKind(String url, Kind kind) {
        assertThat(page(url, "", "<h1>Bridge</h1>").kind()).isEqualTo(kind);
    }

    @Test
    void aBarrierThatIsShownIsAPaywallUnlessThePageSaysItIsFree() {
        String barrier = "<div class='article-paywall'>Subscribe now to read the whole article.</div>";
        assertThat(page("", barrier).paywall()).isTrue();
        assertThat(page(jsonLd("{\"@type\":\"Article\",\"isAccessibleForFree\":true}"), barrier)
                        .paywall())
                .isFalse();
        assertThat(page("", "<nav>" + barrier + "</nav>").paywall()).isFalse();
        assertThat(page(jsonLd("{\"@type\":\"Article\",\"isAccessibleForFree\":\"False\"}"), "")
                        .paywall())
                .isTrue();
    }

    @Test
    void aLogoIsNoLeadImage() {
        var page = page(
                "<meta property=og:image content=/img/site-logo.png>"
                        + jsonLd("{\"@type\":\"Article\",\"image\":[{\"url\":\"/img/bridge.jpg\"}]}"),
                "");
        assertThat(page.imageUrl()).isEqualTo("https://outlet.example/img/bridge.jpg");
    }

    @Test
    void whatThePageAsksOfRobotsIsKept() {
        var page = page("<meta name=robots content='index, noarchive'>", "");
        assertThat(page.directives().forbidsText()).isTrue();
        assertThat(page.withoutText().text()).isEmpty();
        assertThat(page.withoutText().title()).isEqualTo(page.title());
        assertThat(page("<meta name=otherbot content=noindex>", "").directives().noindex())
                .isFalse();
    }

    @Test
    void aHostilePageIsSurvived() {
        String marks =
                ("<div class='byline date author'><time datetime='" + "1".repeat(5000) + "'>x</time>").repeat(500);
        String json = jsonLd("[".repeat(5000)) + jsonLd("{\"@graph\":" + "{\"mainEntity\":".repeat(300));
        assertThat(page(json, marks + "<h1>Bridge</h1>").title()).isEqualTo("Bridge");
    }
}
