package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages over HTTP, with the packaged catalog behind them, read as a browser reads them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class PagesTest {
    private static final String HUB = "/stories/" + Edition.HUB;

    @Inject
    CountedCalls calls;

    private static Document page(String path) {
        return parsed(given().get(path), 200);
    }

    private static Document pageFor(String plan, String path) {
        return parsed(given().header("X-Api-Key", "key-of-" + plan).get(path), 200);
    }

    private static Document parsed(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
        return Jsoup.parse(response.asString());
    }

    private static Element article(Document page, String source) {
        return page.selectFirst("#a-" + Edition.articleId("https://" + source + ".example/hub"));
    }

    @Test
    void theStoryPageTellsTheStory() {
        Document page = page(HUB);

        assertThat(page.select("h1").text()).isEqualTo(Edition.HUB_TITLE);
        assertThat(page.select("#articles-heading").text()).isEqualTo("25 Articles");
        assertThat(page.select("ul.points > li")).hasSize(3);
        Element italian = page.select("ul.points > li").get(1);
        assertThat(italian.selectFirst("span").attr("lang")).isEqualTo("it");
        assertThat(italian.selectFirst("cite").text()).isEqualTo("Il Meridiano · Italian · in the list");
        assertThat(italian.selectFirst("cite a").attr("href")).isEqualTo("http://localhost:8084/meridiano.example/hub");
        assertThat(page.select("article.article")).hasSize(19);
        assertThat(page.select(".copies li")).hasSize(6);
        assertThat(page.select(".tabs a").eachText())
                .containsExactly("All 25", "Left 5", "Center 8", "Right 4", "Unrated 8");
    }

    @Test
    void whatAModelWroteIsMarkedOnThePageAndInLists() {
        assertThat(page("/stories/" + Edition.FERRY)
                        .selectFirst("ul.points cite")
                        .text())
                .contains("written by model-of-tests from the article it cites");
        assertThat(page(HUB).select("ul.points cite").text()).doesNotContain("written by");
        assertThat(page("/gaps").selectFirst(".card .model").text()).isEqualTo("Written by model-of-tests.");
    }

    @Test
    void aTranslationStandsUnderTheOriginalWithTheEngineThatMadeIt() {
        Document page = page(HUB);

        Element french = article(page, "sentinelle");
        assertThat(french.selectFirst("h3").text()).startsWith("Liège : la Sûreté");
        assertThat(french.selectFirst(".translation").text()).startsWith("Liège: State Security");
        assertThat(french.selectFirst(".translation").attr("lang")).isEqualTo("en");
        assertThat(french.select(".note").eachText()).contains("Translated by LibreTranslate");
        assertThat(article(page, "meridiano").select(".translation")).isEmpty();
    }

    @Test
    void theStoryPageShowsHowEachSideTellsItOrThatItHasNotEnough() {
        Document page = page(HUB);

        assertThat(page.select(".telling h3").eachText())
                .containsExactly("Left 3 outlets", "Center 5 outlets", "Right 2 outlets");
        Element left = page.selectFirst(".telling.left");
        assertThat(left.selectFirst(".said cite a").attr("href"))
                .isEqualTo("http://localhost:8084/commonweal.example/hub");
        assertThat(left.selectFirst(".terms summary").text()).isEqualTo("sorting hall 3 of 3, elsewhere 0 of 8");
        assertThat(left.selectFirst(".terms p").text())
                .isEqualTo("Three employees described new screens in the sorting hall. Commonweal Record. Score 2.13.");
        assertThat(page.select(".telling.center .none").eachText())
                .containsExactly(
                        "Its reports add nothing to the points above.",
                        "None: no word differs by more than chance would make.");
        assertThat(page.select(".telling.right .none").eachText())
                .containsExactly("Not enough: 2 outlets have a report of their own in English, 3 are needed.");
        assertThat(page.select(".tellings > .why").text()).contains("Monroe, Colaresi and Quinn 2008", "1.645");
        assertThat(page("/stories/" + Edition.LONE).select(".tellings")).isEmpty();
    }

    @Test
    void theStoryPageSaysWhomItNamesWhoWasFirstAndWhereItsImagesAre() {
        Document page = page(HUB);

        assertThat(page.select(".subjects dt").eachText()).containsExactly("People", "Places", "Topics");
        assertThat(page.select(".subjects dd").eachText()).containsExactly("Ada Quill 4", "Belgium 9", "software 6");
        assertThat(page.selectFirst(".first p").text())
                .startsWith("Uncertain. Continental Wire has the earliest time: ")
                .endsWith(" UTC (a full hour, perhaps rounded).");
        assertThat(page.select(".first .reports li").first().text()).startsWith("Harbor Times ");
        assertThat(page.select(".first .reports li").last().text()).isEqualTo("and 2 more");
        assertThat(page.select(".images a").eachAttr("href"))
                .containsExactly("http://localhost:8084/harbor.example/hub.jpg");
        assertThat(page.select("img")).as("nothing is loaded from outlets").isEmpty();
    }

    @Test
    void eachArticleShowsItsOutletLeaningLanguageAndMarks() {
        Document page = page(HUB);

        Element italian = article(page, "meridiano");
        assertThat(italian.selectFirst(".outlet").text()).isEqualTo("Il Meridiano");
        assertThat(italian.selectFirst(".chip").text()).isEqualTo("Lean left");
        assertThat(italian.selectFirst(".facts").text()).startsWith("Italy Italian");
        assertThat(italian.selectFirst("h3 a").attr("lang")).isEqualTo("it");
        assertThat(italian.selectFirst("h3 a").attr("href")).isEqualTo("http://localhost:8084/meridiano.example/hub");
        assertThat(italian.selectFirst("time").attr("datetime")).endsWith("Z");
        assertThat(article(page, "ember").select(".mark").eachText()).containsExactly("Opinion");
        assertThat(article(page, "provincial").select(".mark").eachText()).containsExactly("Paywall");
        Element copy = article(page, "unrated0");
        assertThat(copy.closest(".copies").closest("article")).isEqualTo(article(page, "wire"));
        assertThat(copy.text()).startsWith("Cargo Wire Unrated").contains("credits Continental Wire");
        assertThat(article(page, "wire").text()).contains("6 copies in other outlets");
        assertThat(article(page, "ledger").text())
                .contains("Earlier headline: Five years on, Liège hub has widened the trade gap");
    }

    @Test
    void eachArticleSaysWhyItIsHere() {
        Document page = page(HUB);

        Element joined = article(page, "harbor").selectFirst("details.why");
        assertThat(joined.selectFirst("summary").text())
                .isEqualTo("Why is this here? Belgian service scrutinises company’s presence at Liège airport");
        assertThat(joined.text())
                .contains("Probably the same event: 72%, the mean over 12 articles of the story")
                .contains("(meaning 83%, words 41%). 50% is enough to join.")
                .contains("The next best story was Harbor city votes to keep its night ferries")
                .contains("with 12%.");
        assertThat(joined.select("p a").attr("href")).isEqualTo("/stories/" + Edition.FERRY);
        Element nearest = joined.select("ol.nearest li").first();
        assertThat(nearest.text())
                .isEqualTo(Edition.HUB_TITLE + " Continental Wire · 91% · published 10 min earlier"
                        + " Names and numbers in both: Liège Rare words in both: cargo hub, scrutiny");
        assertThat(nearest.selectFirst("a").attr("href"))
                .isEqualTo("#a-" + Edition.articleId("https://wire.example/hub"));
        Element elsewhere = joined.select("ol.nearest li").last();
        assertThat(elsewhere.text()).contains("Northern Ledger · 60% · published 2 hr later");
        assertThat(elsewhere.selectFirst("a").attr("href")).isEqualTo("http://localhost:8084/ledger.example/ferry");
    }

    @Test
    void aFounderNamesTheStoryItWasNotLikeEnough() {
        Element founder = article(page(HUB), "wire").selectFirst("details.why");

        assertThat(founder.text())
                .contains("The story began with this article.")
                .contains("No story reached 50%; the nearest was Trial finds malaria patch shortens fevers in children")
                .contains("with 31%.");
        assertThat(founder.select("a").attr("href"))
                .as("the story that remains of the one it was")
                .isEqualTo("/stories/" + Edition.PATCH);
    }

    @Test
    void anArticleStoredWithoutExplanationSaysWhatIsKnown() {
        assertThat(article(page(HUB), "meridiano").selectFirst("details.why").text())
                .contains("72% like the articles that were here when it came: meaning 83%, words 41%")
                .contains("Shares Liège, cargo hub");
    }

    @Test
    void theAddressOfAMergedStoryLeadsToTheOneThatRemains() {
        Response moved = given().redirects().follow(false).get("/stories/" + Edition.MERGED + "?side=left&cursor=old");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.header("Location")).endsWith("/stories/" + Edition.PATCH + "?side=left");
        assertThat(page("/stories/" + Edition.MERGED).select("h1").text())
                .isEqualTo("Trial finds malaria patch shortens fevers in children");
    }

    @Test
    void theCoverageIsShownInNumbersWordsAndNames() {
        Document page = page(HUB);

        assertThat(page.select(".bias h2").text()).isEqualTo("47% of the sources are Center");
        assertThat(page.selectFirst(".bias svg.bar").attr("aria-label")).isEqualTo("Left 29%, Center 47%, Right 24%");
        assertThat(page.select(".bias svg.bar.full > svg").eachAttr("width")).containsExactly("29%", "47%", "24%");
        assertThat(page.select(".spread b").eachText()).containsExactly("1", "2", "2", "8", "1", "2", "1");
        assertThat(page.select(".counts dt").eachText())
                .containsExactly(
                        "Total sources",
                        "Leaning left",
                        "Leaning right",
                        "Center",
                        "Unrated",
                        "Independent reports",
                        "Last updated");
        assertThat(page.select(".counts dd").eachText().subList(0, 6)).containsExactly("25", "5", "4", "8", "8", "19");
        assertThat(page.select(".outlets .chip").eachText())
                .containsExactly(
                        "Far left", "Left", "Lean left", "Center", "Lean right", "Right", "Far right", "Unrated");
        assertThat(page.select(".outlets dd").first().text()).isEqualTo("The Daily Ember");
        assertThat(page.select("#why .sides dt").eachText())
                .containsExactly("Left: 5 of 17, 29%", "Center: 8 of 17, 47%", "Right: 4 of 17, 24%", "Unrated: 8");
        assertThat(page.select("#why .sides a")).hasSize(25);
    }

    @Test
    void aTabShowsOneSideOnly() {
        Document page = page(HUB + "?side=left");

        assertThat(page.select(".tabs a[aria-current]").text()).isEqualTo("Left 5");
        assertThat(page.select("article.article .chip").eachText())
                .containsExactlyInAnyOrder("Far left", "Left", "Left", "Lean left", "Lean left");
        assertThat(page.selectFirst("ul.points li:first-child cite a").attr("href"))
                .as("the cited article is not in the list, but still linked")
                .isEqualTo("http://localhost:8084/wire.example/hub");
    }

    @Test
    void articlesCanBeSortedAndChosenWithoutScript() {
        Document page = page(HUB + "?sort=oldest");
        assertThat(page.selectFirst("article.article .outlet").text()).isEqualTo("Continental Wire");
        assertThat(page.select("#sort option[selected]").text()).isEqualTo("Oldest first");

        Document bySide = page(HUB + "?sort=side");
        assertThat(bySide.select("article.article > header .chip").eachText()).startsWith("Far left", "Left", "Left");

        Document dutch = page(HUB + "?language=nl&sort=&country=&kind=");
        assertThat(dutch.select("article.article > header .outlet").eachText())
                .containsExactlyInAnyOrder("De Nieuwe Standaard", "Publiek Radio");
        assertThat(dutch.selectFirst(".articles > .note").text()).isEqualTo("2 of 25 shown");
        assertThat(dutch.select("details.filter[open]")).hasSize(1);
        assertThat(dutch.select(".tabs a").get(1).attr("href")).startsWith(HUB + "?side=left&language=nl");

        assertThat(page(HUB + "?country=US&kind=opinion")
                        .select(".articles .empty")
                        .text())
                .startsWith("No article fits this choice.");
        assertThat(page(HUB + "?access=free").select("article.article .mark").eachText())
                .doesNotContain("Paywall");
    }

    @Test
    void theStoryPageTellsHowItUnfoldedAndWhere() {
        Document page = page(HUB);

        assertThat(page.select(".early li.first").text()).contains("Continental Wire", "earliest");
        assertThat(page.select(".early li.maybe").text()).contains("Harbor Times", "may have been first");
        assertThat(page.selectFirst("svg.world").attr("aria-label")).startsWith("United States 6, Belgium 2");
        assertThat(page.select("svg.world rect")).hasSize(10);
        assertThat(page("/stories/" + Edition.PATCH).select(".early").last().text())
                .contains("Another story became part of this one, with 1 article, by the machine");
    }

    @Test
    void aGapIsNotedWithItsRule() {
        Document page = page("/stories/" + Edition.FERRY);

        assertThat(page.selectFirst(".gap-note").text())
                .isEqualTo("Coverage gap: only 11% of the sources lean left, 44% the other way. By which rule?");
        assertThat(page.selectFirst(".gap-note a").attr("href"))
                .as("inside the details, so that browsers open them")
                .isEqualTo("#" + page.selectFirst("#why > p[id]").id());
        assertThat(page.selectFirst("#why").text())
                .contains("at least 7 sources are rated")
                .contains("at most 20% of them")
                .contains("It has one among independent reports too");
        assertThat(page(HUB).select(".gap-note")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"free, true, true", "pro, true, true", "premium, false, true", "vantage, false, false"})
    void panelsAreLockedPolitelyAndOpenWithThePlan(String plan, boolean factualityLocked, boolean ownershipLocked) {
        for (String path : List.of(HUB, "/sources/harbor.example")) {
            Document page = pageFor(plan, path);
            assertThat(page.text().contains("To view factuality data please upgrade to Premium"))
                    .as(path)
                    .isEqualTo(factualityLocked);
            assertThat(page.text().contains("To view ownership data please upgrade to Vantage"))
                    .as(path)
                    .isEqualTo(ownershipLocked);
            assertThat(page.html().contains("Very high")).as(path).isNotEqualTo(factualityLocked);
            assertThat(page.html().contains("Harbor Logistics")).as(path).isNotEqualTo(ownershipLocked);
            assertThat(page.select(".lock a").eachAttr("href")).allMatch("/plans"::equals);
        }
    }

    @Test
    void chartsHaveTheirNumbersInATable() {
        Document page = pageFor("vantage", HUB);

        assertThat(page.select(".chart").first().select("tbody tr").eachText())
                .containsExactly("Very high 5", "High 8", "Mixed 3", "Low 1", "Not rated 8");
        assertThat(page.select(".chart").last().select("tbody th").eachText())
                .contains("Media conglomerate", "Telecom");
    }

    @Test
    void theFrontPageLeadsWithTheWeightiestStory() {
        Document page = page("/");

        assertThat(page.select(".card.lead h2").text()).isEqualTo(Edition.HUB_TITLE);
        assertThat(page.select(".card.lead .meta").text()).startsWith("25 sources · 19 independent");
        assertThat(page.select("main > .front .card")).hasSize(20);
        assertThat(page.select(".card.lead .kicker").text()).isEqualTo("Belgium · software");
        assertThat(page.select(".card .kicker[class*=gap]").eachText())
                .containsExactly("Gap: only 11% of the sources lean left");
        assertThat(page.select(".card .bases").eachText()).containsExactly("It has one among independent reports too.");
        Document more = page(page.selectFirst(".more a").attr("href"));
        assertThat(more.select(".card")).hasSize(Edition.FILLERS + 4 - 20);
        assertThat(more.select(".card.lead, .more")).isEmpty();
    }

    @Test
    void theFrontPageHasSectionsOfTopicsWithStoriesThatDoNotStandAbove() {
        Indexed.await();
        Document page = page("/");

        Elements sections = page.select("section.topic");
        assertThat(sections.select("h2 a[href^=/topics/]").eachText())
                .filteredOn(Edition.TOWN_LIFE::equals)
                .hasSize(1);
        assertThat(sections.select(".card")).hasSize(3);
        assertThat(sections.select(".card .kicker").eachText()).containsOnly(Edition.TOWN_LIFE);
        assertThat(page.select(".card h2 a").eachAttr("href")).doesNotHaveDuplicates();
        assertThat(page("/latest").select("section.topic")).isEmpty();
        assertThat(page(page.selectFirst(".more a").attr("href")).select("section.topic"))
                .isEmpty();
    }

    @Test
    void theFrontPageAsksTheCatalogFewQuestionsHoweverManyStoriesItShows() {
        Indexed.await();
        given().header("X-Api-Key", "key-of-vantage").get("/"); // editions are remembered
        calls.begin();

        Response page = given().header("X-Api-Key", "key-of-vantage").get("/");

        assertThat(Jsoup.parse(page.asString()).select(".card")).hasSize(23);
        assertThat(calls.asked())
                .hasSizeLessThanOrEqualTo(10)
                .contains("GetKickers")
                .doesNotContain("GetStory", "GetCoverage", "ListStoryArticles");
    }

    @Test
    void latestAndGapsAreListsOfTheirOwn() {
        assertThat(page("/latest").select(".card.lead h2").text()).startsWith("Harbor city votes");
        assertThat(page("/gaps").select(".card a").eachAttr("href")).containsExactly("/stories/" + Edition.FERRY);
    }

    @Test
    void aSourcePageShowsWhoRatedItAndItsStories() {
        Document page = page("/sources/meridiano.example");

        assertThat(page.select("h1").text()).isEqualTo("Il Meridiano");
        assertThat(page.select(".ratings li").text()).startsWith("Media Compass: Lean left, 1 Mar");
        assertThat(page.selectFirst(".ratings a").attr("href"))
                .isEqualTo("https://media-compass.example/ratings/meridiano.example");
        assertThat(page.select(".card a").eachAttr("href")).containsExactly(HUB);
        assertThat(page("/sources").select("tbody tr")).hasSize(25);
    }

    @Test
    void topicsPlacesAndSearchLeadToStories() {
        Indexed.await();

        Document topics = page("/topics?kind=place");
        assertThat(topics.select(".subject-list a").eachText()).contains("Belgium");
        Document belgium = page("/places/BE");
        assertThat(belgium.select("h1").text()).isEqualTo("Belgium");
        assertThat(belgium.select(".card a").eachAttr("href")).contains(HUB);
        assertThat(page(HUB).select(".subjects a").eachAttr("href"))
                .hasSize(3)
                .allMatch(href -> page(href).select(".card a").eachAttr("href").contains(HUB));

        assertThat(page("/search?q=spying&side=&language=").select(".card a").eachAttr("href"))
                .contains(HUB);
        Document narrowing = page("/search?q=spying");
        assertThat(narrowing.select("#language option").eachText())
                .contains("English (1)")
                .hasSizeLessThan(15);
        assertThat(narrowing.select("#side option[value=left]").text()).isEqualTo("Left (1)");
        assertThat(page("/search").select("#language option").eachText()).contains("English", "Ukrainian");
        assertThat(page("/search?q=spying&kind=video").select(".empty").text()).startsWith("No story has all of this.");
        assertThat(page("/briefing/" + ReportedDay.of(Edition.HUB))
                        .select(".card a")
                        .eachAttr("href"))
                .contains(HUB);
        assertThat(page("/editions/BE").select(".card.lead a").eachAttr("href")).containsExactly(HUB);
    }

    @ParameterizedTest
    @CsvSource({
        "/stories/00000000000000000000, 404, Not in this paper",
        "/sources/nowhere.example, 404, Not in this paper",
        "/nothing, 404, Not in this paper",
        "/stories/00000000000000000000?side=up, 400, This address is not understood",
        "/?cursor=x, 400, This address is not understood"
    })
    void errorsSayWhatHappenedAndWhatToDoNext(String path, int status, String heading) {
        Document page = parsed(given().get(path), status);

        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("main .more a").first().attr("href")).isEqualTo("/");
        assertThat(page.text()).doesNotContain("Exception", "news.parallax");
    }

    @Test
    void pagesIgnoreTheMarksOfThoseWhoPassedALinkOn() {
        assertThat(page(HUB + "?utm_source=letter").select("article.article")).hasSize(19);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/latest", "/gaps", HUB_PATH, "/sources", "/sources/harbor.example", "/plans", "/nothing"})
    void everyPageCanBeReadByEverybody(String path) {
        Document page =
                Jsoup.parse(given().get(path.equals(HUB_PATH) ? HUB : path).asString());

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("header.mast nav[aria-label]")).hasSize(1);
        assertThat(page.selectFirst("a.skip").attr("href"))
                .isEqualTo("#" + page.selectFirst("main").id());
        assertThat(page.select("a").eachText()).doesNotContain("");
        assertThat(page.select("svg:not(svg svg)"))
                .as("pictures have a text or are hidden")
                .allMatch(it -> it.hasAttr("aria-label") || it.closest("[aria-hidden=true]") != null);
        page.select("input")
                .forEach(it -> assertThat(it.hasAttr("aria-label")
                                || it.attr("type").equals("hidden")
                                || page.select("label[for=" + it.id() + "]").size() == 1)
                        .as(it.outerHtml())
                        .isTrue());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    private static final String HUB_PATH = "a story";

    @ParameterizedTest
    @ValueSource(strings = {"/", HUB_PATH, "/nothing", "/parallax.js"})
    void noForeignScriptNoForeignPartAndNoFrameIsAllowed(String path) {
        Response response = given().get(path.equals(HUB_PATH) ? HUB : path);

        assertThat(response.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(
                        Jsoup.parse(response.asString())
                                .select(
                                        "script:not([src^=/parallax.js?]):not([type=application/ld+json]), [style], body style, [onclick]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", HUB_PATH, "/embed"})
    void aPageCarriesTheOneStyleThatItsPolicyAllows(String path) throws NoSuchAlgorithmException {
        Response response = given().get(
                        switch (path) {
                            case HUB_PATH -> HUB;
                            case "/embed" -> path + HUB;
                            default -> path;
                        });
        String style = Jsoup.parse(response.asString()).select("head style").html();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(style).contains("@media print");
        assertThat(response.header("Content-Security-Policy"))
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
    }

    @Test
    void aFirstPaintWaitsForNoOtherRequest() {
        Document page = page("/");

        assertThat(page.select("link[rel=stylesheet], script[src]:not([defer])"))
                .isEmpty();
    }
}
