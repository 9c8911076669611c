package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.story.Assignment.Founded;
import news.parallax.clusterer.story.Assignment.Joined;
import news.parallax.clusterer.story.Explanation.Nearest;
import news.parallax.clusterer.story.Link.Comparison;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.TermWeights;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Analyzer ANALYZER = new Analyzer(new NoEmbedder());
    private static final String BRIDGE = """
            Engineers closed the Tarvos bridge on Monday after inspectors found a crack in a steel girder. Mayor Ilse
            Brandvold said 31,000 vehicles a day would have to use the ferry or the motorway until the girder has been
            replaced. The road authority expects repairs to take at least five weeks and to cost 12 million. The bridge
            was built in 1971 and last inspected two years ago, when no damage had been found anywhere on it.
            """;
    private static final String CUP = """
            Striker Piet Harlo scored three goals as the Rovers beat Ondal United in the cup final on Saturday. Coach Mira
            Stenholt praised keeper Juan Velde, who saved a penalty by Karl Oskvik. Fans from Fennmark to Tarvos danced in
            the streets, and captain Lars Brumme spoke of the best season that the club from Elmsund ever had.
            """;

    @Nested
    class OfAHandMadeWindow {

        private final TermWeights words = new TermWeights(100);
        private final TermWeights names = new TermWeights(100);
        private final Member article =
                member("article", "Crack shuts bridge", "A girder of the bridge in Tarvos broke.", 0);
        private final OpenStory story = new OpenStory("story");

        @Test
        void theThreeMostProbableAreNamedAndTheMeanIsOverAll() {
            Explanation explanation = Explanation.of(
                    article,
                    Optional.of(link(
                            story,
                            compared("a", .6, 1),
                            compared("b", .9, 2),
                            compared("c", .7, 3),
                            compared("d", .8, 4))),
                    Optional.empty(),
                    .5);

            assertThat(explanation.similarity()).isCloseTo(.75, within(1e-9));
            assertThat(explanation.threshold()).isEqualTo(.5);
            assertThat(explanation.founder()).isFalse();
            assertThat(explanation.comparedCount()).isEqualTo(4);
            assertThat(explanation.nearest()).extracting(Nearest::articleId).containsExactly("b", "d", "c");
            assertThat(explanation.nearest()).extracting(Nearest::probability).containsExactly(.9, .8, .7);
            assertThat(explanation.evidence().terms()).isCloseTo(.75, within(1e-9));
            assertThat(explanation.runnerUp()).isEmpty();
        }

        @Test
        void theGapIsPositiveIfTheArticleCameLater() {
            Explanation explanation = Explanation.of(
                    article,
                    Optional.of(link(story, compared("a", .9, -90), compared("b", .8, 30))),
                    Optional.empty(),
                    .5);

            assertThat(explanation.nearest()).extracting(Nearest::secondsLater).containsExactly(90L, -30L);
        }

        @Test
        void namesStandApartFromOtherTermsAndEachIsSaidOnce() {
            var compared = new Comparison(
                    member("a", "Bridge shut by a crack", "The bridge in Tarvos has a broken girder.", 0),
                    evidence(.9),
                    .9);
            Nearest nearest = Explanation.of(article, Optional.of(link(story, compared)), Optional.empty(), .5)
                    .nearest()
                    .getFirst();

            assertThat(nearest.sharedNames()).containsExactly("Tarvos");
            assertThat(nearest.sharedTerms()).contains("bridge", "girder").doesNotContain("Tarvos", "tarvos");
        }

        @Test
        void theRunnerUpIsNamedWithItsNearestArticle() {
            Link next = link(new OpenStory("next"), compared("far", .1, 0), compared("nearer", .3, 0));

            assertThat(Explanation.of(article, Optional.empty(), Optional.of(next), .5)
                            .runnerUp())
                    .hasValueSatisfying(runnerUp -> {
                        assertThat(runnerUp.storyId()).isEqualTo("next");
                        assertThat(runnerUp.articleId()).isEqualTo("nearer");
                        assertThat(runnerUp.similarity()).isCloseTo(.2, within(1e-9));
                    });
        }

        private static Link link(OpenStory story, Comparison... comparisons) {
            double mean = Stream.of(comparisons)
                    .mapToDouble(Comparison::probability)
                    .average()
                    .orElseThrow();
            return new Link(story, List.of(comparisons), mean);
        }

        private Comparison compared(String id, double probability, int secondsAfterNoon) {
            return new Comparison(
                    member(id, "A title", "A text.", secondsAfterNoon), evidence(probability), probability);
        }

        private static Evidence evidence(double terms) {
            return new Evidence(0, terms, 0, 0, 1, 0, 1, 0, 0);
        }

        private Member member(String id, String title, String text, int secondsAfterNoon) {
            Document document = document(id, title, text, NOON.plusSeconds(secondsAfterNoon), "");
            words.observe(document.terms(), "en");
            names.observe(document.names(), "");
            return new Member(
                    0,
                    document.article().withoutBody(),
                    words.weigh(document.titleTerms(), 20),
                    words.weigh(document.terms(), 20),
                    names.weigh(document.names(), 20),
                    Optional.empty(),
                    document.understood(),
                    document.wordCount(),
                    document.fingerprint(),
                    document.agency(),
                    document.sentences(),
                    Membership.founding("story"));
        }
    }

    @Nested
    class WhenArticlesCome {

        private final StoryAssigner assigner =
                new StoryAssigner(new AssignmentRules(0.5, 1_000, Duration.ofHours(72), 40, 1_000, 0.2, 1_000, 0.05));

        @Test
        void theFirstOneHasNothingToBeComparedWith() {
            Explanation explanation = founded("a", "Tarvos bridge closed after crack found", BRIDGE);

            assertThat(explanation.founder()).isTrue();
            assertThat(explanation.similarity()).isEqualTo(1);
            assertThat(explanation.comparedCount()).isZero();
            assertThat(explanation.nearest()).isEmpty();
            assertThat(explanation.sharedTerms()).isEmpty();
            assertThat(explanation.runnerUp()).isEmpty();
        }

        @Test
        void aFounderNamesTheBestStoryItWasNotLikeEnough() {
            fill();
            founded("a", "Tarvos bridge closed after crack found", BRIDGE);
            Explanation explanation = founded("b", "Harlo scores three in the cup final", CUP);

            assertThat(explanation.runnerUp()).hasValueSatisfying(next -> {
                assertThat(next.storyId()).isEqualTo(StoryId.of("a"));
                assertThat(next.articleId()).isEqualTo("a");
                assertThat(next.similarity()).isBetween(0.0, 0.5);
            });
        }

        @Test
        void aJoinerNamesItsNearestArticlesAndTheNextStory() {
            fill();
            founded("a", "Tarvos bridge closed after crack found", BRIDGE);
            Explanation explanation = joined("c", "Crack shuts bridge in Tarvos for five weeks", crack());

            assertThat(explanation.founder()).isFalse();
            assertThat(explanation.similarity()).isBetween(.5, 1.0);
            assertThat(explanation.nearest()).singleElement().satisfies(nearest -> {
                assertThat(nearest.articleId()).isEqualTo("a");
                assertThat(nearest.probability()).isEqualTo(explanation.similarity());
                assertThat(nearest.sharedNames()).contains("Tarvos", "31,000");
            });
            assertThat(explanation.runnerUp()).hasValueSatisfying(next -> {
                assertThat(next.storyId()).isNotEqualTo(StoryId.of("a"));
                assertThat(next.similarity()).isLessThan(0.5);
            });
        }

        @Test
        void afterASplitBothPartsAreExplainedByWhatIsLeft() {
            fill();
            founded("a", "Tarvos bridge closed after crack found", BRIDGE);
            joined("b", "Crack shuts bridge in Tarvos for five weeks", crack());
            joined("c", "Tarvos bridge: crack in a girder found", BRIDGE.substring(0, 300));
            assigner.reconsider();

            assigner.apply(new StoryChange.Split("0123456789abcdef0123", StoryId.of("a"), List.of("c"), ""));
            List<Reconsidered> anew = assigner.reconsider();

            assertThat(anew).extracting(Reconsidered::articleId).containsExactly("c", "a", "b");
            Reconsidered apart = anew.getFirst();
            assertThat(apart.membership().storyId()).isEqualTo("0123456789abcdef0123");
            assertThat(apart.explanation().nearest()).isEmpty();
            assertThat(apart.explanation().runnerUp())
                    .hasValueSatisfying(next -> assertThat(next.storyId()).isEqualTo(StoryId.of("a")));
            Explanation left = anew.getLast().explanation();
            assertThat(left.nearest()).extracting(Nearest::articleId).containsExactly("a");
            assertThat(left.runnerUp())
                    .hasValueSatisfying(next -> assertThat(next.storyId()).isEqualTo("0123456789abcdef0123"));
            assertThat(assigner.reconsider()).isEmpty();
        }

        @Test
        void aFounderIsExplainedByItsStoryAsThatDoubles() {
            fill();
            founded("a", "Tarvos bridge closed after crack found", BRIDGE);
            assigner.reconsider();
            List<List<String>> anew = new ArrayList<>();
            for (String id : List.of("b", "c", "d")) {
                joined(id, "Crack shuts bridge in Tarvos, says " + id, crack());
                anew.add(assigner.reconsider().stream()
                        .map(Reconsidered::articleId)
                        .toList());
            }

            assertThat(anew).containsExactly(List.of("a"), List.of(), List.of("a"));
        }

        @Test
        void whatCouldNotBeToldIsToldTheNextTime() {
            founded("a", "Tarvos bridge closed after crack found", BRIDGE);
            assigner.assign(document("b", "Tarvos bridge closed after crack found", crack(), NOON, ""));
            List<Reconsidered> anew = assigner.reconsider();
            assertThat(anew).isNotEmpty();

            assigner.reconsiderLater(anew);

            assertThat(assigner.reconsider()).isEqualTo(anew);
        }

        @Test
        void anAgencysOwnReportThatComesLaterIsTheOriginalOfAll() {
            String text = "TARVOS (Reuters) - " + BRIDGE;
            assign("first", "Tarvos bridge closed", text, "first.example");
            assign("second", "Bridge in Tarvos closed", text, "second.example");
            assertThat(copyOf("second")).contains("first");
            assign("own", "Tarvos bridge shut after crack found", text, "reuters.com");
            assertThat(copyOf("own")).as("until it is looked at again").contains("first");

            List<Reconsidered> anew = assigner.reconsider();

            assertThat(anew).extracting(Reconsidered::articleId).contains("own", "first", "second");
            assertThat(copyOf("own")).isEmpty();
            assertThat(copyOf("first")).contains("own");
            assertThat(copyOf("second")).contains("own");
            assertThat(assigner.reconsider()).isEmpty();
        }

        private Optional<String> copyOf(String id) {
            return assigner.story(StoryId.of("first")).orElseThrow().members().stream()
                    .filter(member -> member.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .membership()
                    .copyOf();
        }

        private void assign(String id, String title, String text, String host) {
            assigner.assign(document(id, title, text, NOON, host));
        }

        private Explanation founded(String id, String title, String text) {
            Assignment assignment = assigner.assign(document(id, title, text, NOON, ""));
            assertThat(assignment).isInstanceOf(Founded.class);
            return ((Founded) assignment).explanation();
        }

        private Explanation joined(String id, String title, String text) {
            Assignment assignment = assigner.assign(document(id, title, text, NOON, ""));
            assertThat(assignment).isInstanceOf(Joined.class);
            return ((Joined) assignment).explanation();
        }

        private static String crack() {
            return "A crack in a girder of the Tarvos bridge means detours for 31,000 vehicles, mayor Ilse Brandvold said.";
        }

        /** Gives the words frequencies: of a stream of one article all are equally common. */
        private void fill() {
            IntStream.range(0, 30)
                    .forEach(i -> assign(
                            "fill" + i,
                            "Council%d meets in Village%d about school %d".formatted(i, i, 100 + i),
                            "The mayor and the council of Village%d said on Monday that school %d had found a teacher."
                                    .formatted(i, 100 + i),
                            ""));
        }
    }

    private static Document document(String id, String title, String text, Instant time, String host) {
        return ANALYZER.analyze(
                new ArticleText(id, title, "", text, "en", time, ContentHash.of(text), false, host, ""));
    }
}
