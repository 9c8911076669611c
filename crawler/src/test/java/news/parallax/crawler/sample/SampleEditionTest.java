package news.parallax.crawler.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import news.parallax.crawler.outlet.Outlets.Outlet;
import news.parallax.crawler.outlet.Outlets.OutletFeed;
import news.parallax.crawler.page.ArticleExtractor;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.FeedFacts;
import news.parallax.crawler.page.Kind;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edition crawled over HTTP with the shipped settings gives back what its files say, article by article. */
class SampleEditionTest {

    private final SampleEdition edition = SampleEdition.read();
    private SampleServer server;
    private Fetcher fetcher;
    private ArticleExtractor extractor;

    @BeforeEach
    void start() throws IOException {
        server = new SampleServer(0);
        CrawlerConfig config = TestConfig.with(
                "connect-to.example", "127.0.0.1:" + server.port(),
                "allow-private-addresses", "true",
                "host-interval", "0s",
                "crawl-delay-max", "1ms");
        fetcher = new Fetcher(config, InstantSource.system());
        extractor = new ArticleExtractor(config);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyArticleIsListedByAFeedWithItsTitleAndTime() throws Exception {
        List<String> listed = new ArrayList<>();
        for (Outlet outlet : edition.outlets().outlets()) {
            for (OutletFeed feed : outlet.feeds()) {
                entries(outlet, feed)
                        .forEach(entry ->
                                listed.add(outlet.domain() + entry.url().encodedPath() + " " + entry.title() + " "
                                        + entry.publishTime().orElseThrow()));
            }
        }
        assertThat(listed)
                .containsAll(edition.articles().stream()
                        .map(article -> article.outlet() + article.path() + " " + article.title() + " "
                                + article.published().toInstant())
                        .toList());
    }

    @Test
    void everyArticleIsExtractedAsItWasWritten() throws Exception {
        for (SampleArticle article : edition.articles()) {
            ExtractedArticle extracted = extract(article);
            String written = folded(String.join(" ", article.freeParagraphs()));
            assertThat(folded(extracted.text()))
                    .as("text of %s%s", article.outlet(), article.path())
                    .isIn(written, folded(article.lead()) + " " + written); // some themes show the lead above the text
            assertThat(folded(extracted.body()))
                    .as("body of %s%s", article.outlet(), article.path())
                    .isEqualTo(written);
            assertThat(folded(extracted.title())).isEqualTo(folded(article.title()));
            assertThat(folded(extracted.lead())).isEqualTo(folded(article.lead()));
            assertThat(extracted.authors())
                    .as("authors of %s%s", article.outlet(), article.path())
                    .isEqualTo(article.authors());
            assertThat(extracted.url().value()).isEqualTo("https://" + article.outlet() + article.path());
            assertThat(extracted.publishTime()).contains(article.published().toInstant());
            assertThat(extracted.language()).isEqualTo(outlet(article).language());
            assertThat(extracted.publisher()).isEqualTo(outlet(article).name());
            assertThat(extracted.section()).isEqualTo(article.section());
            assertThat(extracted.paywall())
                    .as("paywall of %s%s", article.outlet(), article.path())
                    .isEqualTo(article.paywall());
            assertThat(extracted.wireCredit())
                    .as("wire of %s%s", article.outlet(), article.path())
                    .isEqualTo(credit(article));
            if ("opinion".equals(article.kind())) {
                assertThat(extracted.kind()).isEqualTo(Kind.OPINION);
            }
        }
    }

    @Test
    void aCopyHasTheTextOfItsOriginal() {
        assertThat(edition.articles().stream().filter(article -> article.copyOf() != null))
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(edition.articles())
                        .anyMatch(other -> other.outlet().equals(copy.copyOf())
                                && other.text().equals(copy.text())));
    }

    @Test
    void aCorrectionShowsInFeedAndPageFromTheSecondFetchOfTheFeed() throws Exception {
        SampleArticle article = edition.articles().stream()
                .filter(candidate -> candidate.correction() != null)
                .findFirst()
                .orElseThrow();
        OutletFeed feed = outlet(article).feeds().getFirst();

        FeedEntry before = entry(article, feed);
        ExtractedArticle pageBefore = extract(article);
        FeedEntry after = entry(article, feed);
        ExtractedArticle pageAfter = extract(article);

        assertThat(before.updateTime()).isNotEqualTo(after.updateTime());
        assertThat(after.updateTime()).contains(article.correction().updated().toInstant());
        assertThat(pageBefore.modifyTime()).isEmpty();
        assertThat(pageAfter.modifyTime())
                .contains(article.correction().updated().toInstant());
        assertThat(pageAfter.title()).isEqualTo(article.corrected().title());
        assertThat(pageAfter.url()).isEqualTo(pageBefore.url());
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws Exception {
        Outlet outlet = edition.outlets().outlets().stream()
                .filter(candidate -> edition.articles().stream()
                        .noneMatch(
                                article -> article.outlet().equals(candidate.domain()) && article.correction() != null))
                .findFirst()
                .orElseThrow();
        HttpUrl url = HttpUrl.get(
                "http://" + outlet.domain() + outlet.feeds().getFirst().path());
        Fetched first = (Fetched) fetcher.fetch(url, Validators.NONE);
        assertThat(fetcher.fetch(url, first.validators())).isInstanceOf(NotModified.class);
    }

    @Test
    void withoutTheHostNamesAPersonCanClickFromPageToPage() throws Exception {
        SampleArticle article = edition.articles().getFirst();
        String root = "http://localhost:" + server.port();
        String home = "/" + article.outlet() + "/";
        assertThat(page(root + "/")).contains("href=\"" + home + "\"");
        assertThat(page(root + home)).contains("href=\"/" + article.outlet() + article.path() + "\"");
        assertThat(page(root + "/" + article.outlet() + article.path()))
                .contains("<link rel=\"canonical\" href=\"https://" + article.outlet() + article.path() + "\">");
    }

    private String page(String url) throws InterruptedException {
        return new String(((Fetched) fetcher.fetch(HttpUrl.get(url), Validators.NONE)).body());
    }

    /** The world: a demo that was stopped and started showed corrected articles as they had been before. */
    @Test
    void aCorrectionIsNotTakenBackFromAClientOfAnEarlierRun() throws Exception {
        SampleArticle article = edition.articles().stream()
                .filter(candidate -> candidate.correction() != null)
                .findFirst()
                .orElseThrow();
        HttpUrl feed = HttpUrl.get("http://" + article.outlet()
                + outlet(article).feeds().getFirst().path());
        fetcher.fetch(feed, Validators.NONE);
        Validators known = ((Fetched) fetcher.fetch(feed, Validators.NONE)).validators();

        stop();
        start();

        assertThat(fetcher.fetch(feed, known)).isInstanceOf(NotModified.class);
        assertThat(extract(article).title()).isEqualTo(article.corrected().title());
    }

    private FeedEntry entry(SampleArticle article, OutletFeed feed) throws Exception {
        return entries(outlet(article), feed).stream()
                .filter(entry -> entry.url().encodedPath().equals(article.path()))
                .findFirst()
                .orElseThrow();
    }

    private List<FeedEntry> entries(Outlet outlet, OutletFeed feed) throws Exception {
        HttpUrl url = HttpUrl.get("http://" + outlet.domain() + feed.path());
        Fetched fetched = (Fetched) fetcher.fetch(url, Validators.NONE);
        return new FeedParser()
                .parse(fetched.body(), fetched.contentType(), url)
                .entries();
    }

    private ExtractedArticle extract(SampleArticle article) throws InterruptedException {
        Fetched page =
                (Fetched) fetcher.fetch(HttpUrl.get("http://" + article.outlet() + article.path()), Validators.NONE);
        Optional<ExtractedArticle> extracted =
                extractor.extract(page.body(), page.contentType(), page.url(), FeedFacts.NONE);
        return extracted.orElseThrow();
    }

    /** White space of every sort is one space: HTML has no say in which. */
    private static String folded(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ").strip();
    }

    /** An agency does not credit itself. */
    private String credit(SampleArticle article) {
        boolean byOther =
                article.wire() != null && !article.wire().equals(outlet(article).name());
        return byOther ? article.wire() : "";
    }

    private Outlet outlet(SampleArticle article) {
        return edition.outlets().outlets().stream()
                .filter(outlet -> outlet.domain().equals(article.outlet()))
                .findFirst()
                .orElseThrow();
    }
}
