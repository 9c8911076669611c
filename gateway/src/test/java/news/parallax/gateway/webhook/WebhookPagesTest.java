package news.parallax.gateway.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Members;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Webhooks by forms, as somebody without a script has them, with the packaged catalog behind. */
@QuarkusTest
@TestProfile(WebhooksOn.class)
class WebhookPagesTest {
    private static final Receiver RECEIVER = new Receiver();
    private static final String PAGE = "/settings/webhooks";

    @AfterAll
    static void stop() {
        RECEIVER.close();
    }

    @Test
    void aWebhookIsMadeWithASecretThatIsShownOnceAndSignsWhatArrives() throws Exception {
        String session = session("premium");

        Response made = create(session, "/made", "made by form", "tribune.example");

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String secret = Jsoup.parse(made.asString()).select(".new-key code").text();
        assertThat(secret).startsWith("whsec_");
        assertThat(page(session, "").html()).contains("made by form").doesNotContain(secret);
        Edition.tell("tribune", "made-by-form");
        Receiver.Message message = RECEIVER.await("/made", at -> !at.isEmpty()).getFirst();
        assertThat(message.signature()).isEqualTo(WebhooksTest.signature(secret, message));
        Element shown = awaitMessage(session, "?state=delivered", "made by form");
        assertThat(shown.text()).contains("Delivered", "sent once", "answered 204", "new story");
        assertThat(new String(message.body(), UTF_8))
                .contains(shown.select("code").text());
    }

    @Test
    void whatIsNeverTakenIsADeadLetterThatAFormSendsAgain() throws Exception {
        var mended = new AtomicBoolean();
        RECEIVER.does("/dead-form", (exchange, _) -> exchange.sendResponseHeaders(mended.get() ? 204 : 503, -1));
        String session = session("premium");
        create(session, "/dead-form", "broken at first", "lantern.example");
        Edition.tell("lantern", "dead-by-form");

        Element dead = awaitMessage(session, "?state=dead", "broken at first");
        assertThat(dead.text()).contains("Given up", "sent 3 times", "answered 503", "The receiver answered 503.");
        mended.set(true);
        goesOn(submit(session, dead.selectFirst("form")));

        assertThat(awaitMessage(session, "?state=delivered", "broken at first").text())
                .contains("Delivered");
        assertThat(RECEIVER.at("/dead-form")).hasSize(4);
    }

    @Test
    void aWebhookIsPausedGoesOnGetsAnotherSecretAndIsDeleted() {
        String session = session("premium");
        String first = Jsoup.parse(create(session, "/life-form", "short life", "ledger.example")
                        .asString())
                .select(".new-key code")
                .text();

        goesOn(submit(session, form(session, "short life", "pause")));
        assertThat(hook(session, "short life").text()).contains("Paused (by you)");
        goesOn(submit(session, form(session, "short life", "resume")));
        assertThat(hook(session, "short life").text()).contains("Active");
        Document rotated = Jsoup.parse(
                submit(session, form(session, "short life", "secret")).asString());
        assertThat(rotated.select(".new-key code").text()).startsWith("whsec_").isNotEqualTo(first);
        goesOn(submit(session, form(session, "short life", "delete")));

        assertThat(page(session, "").select("article h3").eachText()).doesNotContain("short life");
    }

    @Test
    void whatIsToldStandsBesideTheWebhook() {
        String session = session("vantage");
        assertThat(form(session)
                        .formParam("url", RECEIVER.url("/narrow"))
                        .formParam("name", "narrow")
                        .formParam("aspect", "founded", "merged")
                        .formParam("gap", "yes")
                        .formParam("sources", "harbor.example, wire.example")
                        .formParam("countries", "BE")
                        .formParam("languages", "nl")
                        .formParam("min-sources", "3")
                        .post(PAGE)
                        .statusCode())
                .isEqualTo(200);

        assertThat(hook(session, "narrow").select(".told-of li").eachText())
                .containsExactly(
                        "Told of: new story, merged",
                        "only stories with a coverage gap",
                        "Outlets: harbor.example, wire.example",
                        "Countries of outlets: Belgium",
                        "Languages of articles: Dutch",
                        "At least so many outlets: 3");
    }

    @Test
    void whatIsWrongWithAFormIsSaidBesideWhatWasTyped() {
        String session = session("vantage");

        Response address = form(session)
                .formParam("url", "ftp://example.org/")
                .formParam("name", "typed before")
                .post(PAGE);
        Response outlet = create(session, "/unmade", "unmade", "no.example");
        Response number = form(session)
                .formParam("url", "https://example.org/")
                .formParam("name", "unmade")
                .formParam("min-sources", "many")
                .post(PAGE);

        assertThat(address.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(address.asString());
        assertThat(page.select("[role=alert]").text()).startsWith("The address must be");
        assertThat(page.select("#name").val()).isEqualTo("typed before");
        assertThat(Jsoup.parse(outlet.asString()).select("[role=alert]").text())
                .startsWith("One of the outlets is not known");
        assertThat(Jsoup.parse(number.asString()).select("[role=alert]").text())
                .startsWith("A country, a language or the number");
        assertThat(page(session, "").select("article h3").eachText()).doesNotContain("unmade", "typed before");
    }

    @Test
    void whosePlanHasNoneIsToldSoAndRefused() {
        String session = session("free");
        Document page = page(session, "");

        assertThat(page.select(".lock").text()).startsWith("Your plan has no webhooks.");
        assertThat(page.select("form[action=" + PAGE + "]")).isEmpty();
        assertThat(create(session, "/free", "free", "harbor.example").statusCode())
                .isEqualTo(403);
        assertThat(page(session, "").select("article h3")).isEmpty();
    }

    @Test
    void nobodyTouchesTheWebhookOfSomebodyElse() {
        String session = session("vantage");
        create(session, "/owned", "owned", "wire.example");
        String other = session("pro");

        for (String act : new String[] {"pause", "secret", "delete"}) {
            assertThat(submit(other, form(session, "owned", act)).statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(hook(session, "owned").text()).contains("Active");
        Response visitor = given().redirects().follow(false).get(PAGE);
        assertThat(visitor.statusCode()).isEqualTo(303);
        assertThat(visitor.header("Location")).endsWith("/log-in?next=%2Fsettings%2Fwebhooks");
        assertThat(given().cookie("parallax_session", session)
                        .header("Sec-Fetch-Site", "cross-site")
                        .contentType("application/x-www-form-urlencoded")
                        .formParam("id", "x")
                        .post(PAGE + "/delete")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String session(String plan) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("key", "key-of-" + plan)
                .post("/log-in/key")
                .cookie("parallax_session");
    }

    private static RequestSpecification form(String session) {
        return Members.in(session).contentType("application/x-www-form-urlencoded");
    }

    private static Response create(String session, String path, String name, String source) {
        return form(session)
                .formParam("url", RECEIVER.url(path))
                .formParam("name", name)
                .formParam("sources", source)
                .post(PAGE);
    }

    private static Document page(String session, String query) {
        Response response = Members.in(session).get(PAGE + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    private static Element hook(String session, String name) {
        return page(session, "").select("article").stream()
                .filter(article -> article.select("h3").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Element form(String session, String hook, String act) {
        return hook(session, hook).selectFirst("form[action=" + PAGE + "/" + act + "]");
    }

    /** Sends a form as it stands on the page. */
    private static Response submit(String session, Element form) {
        RequestSpecification request = form(session);
        form.select("input[name]").forEach(input -> request.formParam(input.attr("name"), input.val()));
        return request.post(form.attr("action"));
    }

    private static void goesOn(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(PAGE);
    }

    private static Element awaitMessage(String session, String query, String hook) throws InterruptedException {
        long until = System.nanoTime() + 60_000_000_000L;
        Predicate<Element> wanted = item -> item.select(".name").text().equals(hook);
        while (true) {
            var found = page(session, query).select(".letters li").stream()
                    .filter(wanted)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime()).as("a message of " + hook).isLessThan(until);
            Thread.sleep(100);
        }
    }
}
