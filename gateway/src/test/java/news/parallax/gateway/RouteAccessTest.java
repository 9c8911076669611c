package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.Owner;
import news.parallax.catalog.v1.OwnershipCategory;
import news.parallax.gateway.Asker.Answer;
import news.parallax.gateway.Guests.Guest;
import news.parallax.gateway.Requests.Request;
import news.parallax.gateway.Routes.Route;
import news.parallax.gateway.page.PublicUrl;
import news.parallax.gateway.webhook.WebhooksOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What comes of every route for everybody; and that nothing depends on what somebody may not see: their answer is the same
 * byte for byte, but for times, when the catalog has other ratings of factuality, and other owners. {@link AccessFile} has
 * what was seen.
 */
@QuarkusTest
@TestProfile(WebhooksOn.class)
class RouteAccessTest {
    /** What is a reader's own. */
    private static final Pattern OWN =
            Pattern.compile("/(v1/me|settings|saved|following|follows|mutes|overrides|balance|log-out)(/.*)?");

    @TestHTTPResource
    URL gateway;

    @Inject
    Router router;

    @Inject
    PublicUrl publicUrl;

    private String topic;
    private Guests guests;
    private Asker asker;
    private Requests requests;

    private record Question(Route route, Visitor visitor, Guest guest, Request request) {}

    @BeforeEach
    void everythingIsIndexed() {
        Indexed.await();
        topic = given().get("/v1/topics").jsonPath().getString("subjects[0].id");
        guests = new Guests();
        asker = new Asker(gateway.getPort());
        requests = Requests.read();
    }

    @AfterEach
    void goHome() {
        rewriteSources(UnaryOperator.identity(), UnaryOperator.identity());
        guests.close();
        asker.close();
    }

    @Test
    void everyRouteAnswersEverybodyAsTheTableSays() throws IOException {
        Map<Route, Map<Visitor, String>> cells = new LinkedHashMap<>();
        Stream.of(Routes.ofRest(), Routes.OTHERS)
                .flatMap(List::stream)
                .forEach(route -> cells.put(route, new EnumMap<>(Visitor.class)));
        read(cells);
        cells.keySet().stream().filter(route -> !route.reads()).forEach(route -> change(route, cells.get(route)));
        AccessFile.check("Routes", table(cells));
    }

    /** REST is below "/", and static files; health, the description of the API and Swagger UI are below "/q/". */
    @Test
    void nothingIsServedElsewhere() throws IOException {
        assertThat(Routes.addressesOf(router)).containsExactly("/", "/mcp", "/mcp/messages/:id", "/mcp/sse", "/q/");
        try (var files = Files.list(Path.of("src/main/resources/META-INF/resources"))) {
            assertThat(files.map(file -> new Route("GET", "/" + file.getFileName())))
                    .isSubsetOf(Routes.OTHERS);
        }
    }

    private void read(Map<Route, Map<Visitor, String>> cells) {
        List<Question> questions =
                questions(cells.keySet().stream().filter(Route::reads).toList());
        beginHistories();
        ask(questions);
        List<Answer> first = ask(questions);
        List<Answer> second = ask(questions);
        rewriteSources(RouteAccessTest::otherwise, UnaryOperator.identity());
        List<Answer> withOtherFactuality = ask(questions);
        rewriteSources(UnaryOperator.identity(), UnaryOperator.identity());
        List<Answer> third = ask(questions);
        rewriteSources(UnaryOperator.identity(), RouteAccessTest::otherwise);
        List<Answer> withOtherOwners = ask(questions);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            boolean steady = Steady.same(first.get(i), second.get(i));
            String parts = part(
                            " f",
                            question.visitor().seesFactuality(),
                            steady,
                            second.get(i),
                            withOtherFactuality.get(i),
                            question)
                    + part(
                            " o",
                            question.visitor().seesOwners(),
                            steady,
                            third.get(i),
                            withOtherOwners.get(i),
                            question);
            assertThat(second.get(i).code()).as(question + second.get(i).body()).isLessThan(500);
            Objects.requireNonNull(cells.get(question.route()))
                    .put(question.visitor(), second.get(i).status() + parts);
        }
    }

    /** What an answer has of a part, as the part's change told; fails if it may not have it. The desk changes by itself. */
    private static String part(
            String mark, boolean may, boolean steady, Answer before, Answer after, Question question) {
        boolean same = Steady.same(before, after);
        assertThat(may || same)
                .as(() -> question.route() + " tells " + question.visitor() + mark + ": "
                        + Steady.difference(before, after))
                .isTrue();
        return may && steady && !same && !question.route().path().matches("(/v1)?/desk(/.*)?") ? mark : "";
    }

    private List<Question> questions(List<Route> routes) {
        Map<Visitor, Guest> visitors = new EnumMap<>(Visitor.class);
        Stream.of(Visitor.values()).forEach(visitor -> visitors.put(visitor, visitor.come(guests)));
        Guest owner = Visitor.VANTAGE.come(guests);
        List<Question> questions = new ArrayList<>();
        routes.forEach(route -> visitors.forEach((visitor, guest) -> questions.add(
                new Question(route, visitor, guest, request(route, visitor.stranger() ? owner : guest)))));
        return questions;
    }

    /** Histories grow with each change; from the second on their answers have the same form. */
    private static void beginHistories() {
        rewriteSources(RouteAccessTest::otherwise, UnaryOperator.identity());
        rewriteSources(UnaryOperator.identity(), RouteAccessTest::otherwise);
        rewriteSources(UnaryOperator.identity(), UnaryOperator.identity());
    }

    private List<Answer> ask(List<Question> questions) {
        return questions.stream()
                .map(question -> asker.ask("GET", question.request(), question.guest()))
                .toList();
    }

    /** Each visitor is somebody new, as some routes end them. A page of another site gets nothing done in their name. */
    private void change(Route route, Map<Visitor, String> cells) {
        for (Visitor visitor : Visitor.values()) {
            Guest guest = visitor.come(guests);
            Guest owner = visitor.stranger() ? Visitor.VANTAGE.come(guests) : guest;
            Request request = request(route, owner);
            var before = guests.belongings(owner);
            if (!Routes.OTHERS.contains(route)) {
                Answer crossing = asker.ask(route.method(), request, guest, "cross-site");
                assertThat(crossing.code()).as(route + " from another site").isEqualTo(403);
                assertThat(guests.belongings(owner))
                        .as(route + " from another site")
                        .isEqualTo(before);
            }
            Answer answer = asker.ask(route.method(), request, guest);
            assertThat(answer.code())
                    .as(route + " for " + visitor + answer.body())
                    .isLessThan(500);
            if (visitor.stranger() && own(route)) {
                assertThat(guests.belongings(owner))
                        .as(route + " for " + visitor)
                        .isEqualTo(before);
            }
            cells.put(visitor, answer.status());
        }
    }

    private Request request(Route route, Guest owner) {
        return requests.of(route)
                .map(text ->
                        guests.fill(text.replace("PUBLIC/", publicUrl.of("/")).replace("TOPIC", topic), owner));
    }

    private static boolean own(Route route) {
        return OWN.matcher(route.path()).matches();
    }

    private static String table(Map<Route, Map<Visitor, String>> cells) {
        var table = new StringBuilder("""
                Every route × everybody, for the default settings but with webhooks on; seen and written by `RouteAccessTest`. Readers come
                with a session; a key may do the same within its scope, but for what needs a session. A cell is the status, with
                the code of the problem or where it leads. `f` and `o`: the answer tells factuality, or owners: it was another one
                when these were others in the catalog; without the letter it was the same. `other` is a reader of the largest plan
                who asks for what belongs to somebody else, of whom nothing was told or changed; `·` where nothing belongs to anybody.

                | route | anonymous | free | pro | premium | vantage | other | operator |
                |---|---|---|---|---|---|---|---|
                """);
        cells.forEach((route, row) -> table.append("| `")
                .append(route)
                .append("` | ")
                .append(Stream.of(Visitor.values())
                        .map(visitor -> visitor == Visitor.OTHER && !own(route) ? "·" : row.get(visitor))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    private static void rewriteSources(UnaryOperator<Factuality> factuality, UnaryOperator<Owner> owner) {
        var catalog = CatalogProcess.channel();
        try {
            Edition.rewriteSources(catalog, factuality, owner);
        } finally {
            catalog.shutdownNow();
        }
    }

    /** Another one that counts alike for gaps, which everybody may see. */
    private static Factuality otherwise(Factuality factuality) {
        return switch (factuality) {
            case FACTUALITY_VERY_HIGH -> Factuality.FACTUALITY_HIGH;
            case FACTUALITY_HIGH -> Factuality.FACTUALITY_VERY_HIGH;
            case FACTUALITY_MIXED -> Factuality.FACTUALITY_LOW;
            default -> Factuality.FACTUALITY_MIXED;
        };
    }

    private static Owner otherwise(Owner owner) {
        int next = owner.getCategory().getNumber() % (OwnershipCategory.values().length - 2) + 1;
        return owner.toBuilder()
                .setName("Heirs of " + owner.getName())
                .setCategory(OwnershipCategory.forNumber(next))
                .build();
    }
}
