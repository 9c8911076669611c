package news.parallax.clusterer.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.story.Assignment.Founded;
import news.parallax.clusterer.story.Assignment.Joined;
import news.parallax.clusterer.story.Assignment.Repeated;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import news.parallax.clusterer.text.Document;
import news.parallax.clusterer.text.Vector;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoryAssignerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final String BRIDGE = """
            Engineers closed the Tarvos bridge on Monday after inspectors found a crack in a steel girder. Mayor Ilse
            Brandvold said 31,000 vehicles a day would have to use the ferry or the motorway until the girder has been
            replaced. The road authority expects repairs to take at least five weeks and to cost 12 million. The bridge
            was built in 1971 and last inspected two years ago, when no damage had been found anywhere on it.
            """;

    private static final Analyzer ANALYZER = new Analyzer(new NoEmbedder());

    private final StoryAssigner assigner = new StoryAssigner(rules(1_000));

    @Test
    void theFirstArticleFoundsAStoryNamedAfterIt() {
        Assignment assignment = assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        assertThat(assignment).isInstanceOf(Founded.class);
        assertThat(assignment.membership().storyId()).matches("[0-9a-f]{20}").isEqualTo(StoryId.of("a"));
    }

    @Test
    void anArticleOnTheSameEventJoinsAndSaysWhy() {
        fill();
        assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        Assignment joined = assigner.assign(
                article(
                        "b",
                        "Crack shuts bridge in Tarvos for five weeks",
                        "A crack in a girder of the Tarvos bridge means detours for 31,000 vehicles, mayor Ilse Brandvold said."));
        assertThat(joined).isInstanceOf(Joined.class);
        assertThat(joined.membership().storyId()).isEqualTo(StoryId.of("a"));
        Explanation explanation = ((Joined) joined).explanation();
        assertThat(explanation.similarity()).isBetween(0.5, 1.0);
        assertThat(explanation.sharedTerms()).contains("Tarvos", "Brandvold").hasSizeLessThanOrEqualTo(10);
        assertThat(joined.membership().copyOf()).isEmpty();
    }

    @Test
    void anotherEventWithTheSameWordsFoundsItsOwn() {
        fill();
        assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        Assignment other = assigner.assign(article(
                "b",
                "Ondal footbridge collapses during marathon",
                "A wooden footbridge in Ondal gave way under runners of the city marathon and nine people were hurt."));
        assertThat(other).isInstanceOf(Founded.class);
    }

    @Test
    void theSameWordsOutsideTheReachOfTimeAreAnotherStory() {
        assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        Document muchLater =
                article("b", "Tarvos bridge closed after crack found", BRIDGE, NOON.plus(Duration.ofDays(90)));
        Assignment founded = assigner.assign(muchLater);
        assertThat(founded).isInstanceOf(Founded.class);
        assertThat(founded.membership().copyOf()).isEmpty();
    }

    @Test
    void anOlderArticleThatArrivesLaterStillFindsItsStory() {
        assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        Document earlier = article("b", "Crack found, Tarvos bridge closed", BRIDGE, NOON.minus(Duration.ofDays(2)));
        assertThat(assigner.assign(earlier)).isInstanceOf(Joined.class);
    }

    @Test
    void aStoryLeavesTheWindowOnceNoArticleOfTodayCouldJoinIt() {
        assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        look();
        assigner.assign(article("b", "Ondal votes on a new school", "", NOON.plus(Duration.ofHours(71))));
        look();
        assertThat(assigner.storyIdOf("a")).isPresent();
        assigner.assign(article("c", "Ondal has voted on its new school", "", NOON.plus(Duration.ofHours(73))));
        look();
        assertThat(assigner.storyIdOf("a")).isEmpty();
        assertThat(assigner.storyIdOf("b")).isPresent();
    }

    @Test
    void aStoryThatGrowsStaysHoweverOldItsFirstArticle() {
        for (int day = 0; day <= 10; day++) {
            Instant time = NOON.plus(Duration.ofDays(day));
            assigner.assign(article("a" + day, "Tarvos bridge closed after crack found", BRIDGE, time));
            look();
        }
        assertThat(assigner.storyIdOf("a0")).isPresent().isEqualTo(assigner.storyIdOf("a10"));
    }

    private void look() {
        assigner.consolidate().forEach(assigner::apply);
        assigner.forgetResting();
    }

    @Nested
    class WhenAnArticleComesAgain {

        @Test
        void itStaysWhereItWas() {
            Assignment first = assigner.assign(article("a", "Tarvos bridge closed", BRIDGE));
            assertThat(assigner.assign(article("a", "Tarvos bridge closed", BRIDGE)))
                    .isEqualTo(new Repeated(first.membership(), false));
            assertThat(assigner.size()).isEqualTo(1);
        }

        @Test
        void anotherTitleIsAChangeAndTheStoryShowsIt() {
            Assignment first = assigner.assign(article("a", "Tarvos bridge closed", BRIDGE));
            assertThat(assigner.assign(article("a", "Tarvos bridge closed for weeks", BRIDGE)))
                    .isEqualTo(new Repeated(first.membership(), true));
            assertThat(assigner.story(first.membership().storyId())
                            .orElseThrow()
                            .members())
                    .extracting(member -> member.article().title())
                    .containsExactly("Tarvos bridge closed for weeks");
        }

        @Test
        void afterAWithdrawalItIsNew() {
            Assignment first = assigner.assign(article("a", "Tarvos bridge closed", BRIDGE));
            assigner.withdraw(article("a", "Tarvos bridge closed", BRIDGE));
            assertThat(assigner.size()).isZero();
            assertThat(assigner.story(first.membership().storyId())).isEmpty();
            assertThat(assigner.assign(article("a", "Tarvos bridge closed", BRIDGE)))
                    .isInstanceOf(Founded.class);
        }
    }

    @Test
    void aMovedArticleBringsLaterOnesToItsNewStory() {
        assigner.assign(article("a", "Tarvos bridge closed after crack found", BRIDGE));
        assigner.move("a", "0123456789abcdef0123");
        assertThat(assigner.assign(article("b", "Crack found, Tarvos bridge closed", BRIDGE))
                        .membership()
                        .storyId())
                .isEqualTo("0123456789abcdef0123");
    }

    @Test
    void aRestoredWindowDecidesLikeTheOneThatWasLost() {
        fill();
        Document first = article("a", "Tarvos bridge closed after crack found", BRIDGE);
        Membership membership = assigner.assign(first).membership();
        var restored = new StoryAssigner(rules(1_000));
        restored.restore(first, membership);
        assertThat(restored.assign(article("b", "Crack found, Tarvos bridge closed", BRIDGE))
                        .membership()
                        .storyId())
                .isEqualTo(membership.storyId());
        assertThat(restored.assign(first)).isInstanceOf(Repeated.class);
    }

    @Test
    void aWordForWordTextIsACopyOfTheFirstThatCame() {
        assigner.assign(article("a", "Tarvos bridge closed", BRIDGE));
        for (String id : List.of("b", "c")) {
            Membership copy = assigner.assign(article(id, "Bridge in Tarvos closed", BRIDGE))
                    .membership();
            assertThat(copy.copyOf()).contains("a");
        }
    }

    @Test
    void anEditedTextIsACopyTooAndPointsToTheOriginal() {
        assigner.assign(article("a", "Tarvos bridge closed", BRIDGE));
        String edited =
                "By our own reporter. " + BRIDGE.substring(0, BRIDGE.indexOf("The bridge")) + "Tell us your view.";
        for (String id : List.of("b", "c")) {
            Membership copy = assigner.assign(article(id, "Bridge in Tarvos closed", edited))
                    .membership();
            assertThat(copy.copyOf()).contains("a");
        }
    }

    @Test
    void aCopyJoinsItsOriginalWhateverTheModelSaysAndTakesItsVector() {
        var strict = new StoryAssigner(rules(1, 1_000));
        Vector vector = Vector.of(new float[] {1, 2, 3});
        strict.assign(article("a", "Tarvos bridge closed", BRIDGE).with(Optional.of(vector)));
        Document edited = article("b", "Five weeks of ferries", BRIDGE + "Tell us your view.")
                .with(Optional.of(Vector.of(new float[] {3, 2, 1})));

        Assignment joined = strict.assign(edited);

        assertThat(joined).isInstanceOf(Joined.class);
        assertThat(joined.membership().storyId()).isEqualTo(StoryId.of("a"));
        assertThat(joined.membership().copyOf()).contains("a");
        assertThat(((Joined) joined).explanation().similarity()).isLessThan(1);
        assertThat(strict.vectorOf("b")).contains(vector);
        assertThat(strict.assign(
                        article("c", "Tarvos bridge closed", "Tarvos bridge closed, mayor Ilse Brandvold said.")))
                .isInstanceOf(Founded.class);
    }

    @Test
    void anEqualTextForWhichNothingElseSpeaksIsNoCopy() {
        var doubtful = new StoryAssigner(new AssignmentRules(1, 1_000, Duration.ofHours(72), 40, 1_000, 1, 1_000, 0));
        doubtful.assign(article("a", "Tarvos bridge closed", BRIDGE));
        Assignment other = doubtful.assign(article("b", "Snowy owl draws crowds", BRIDGE + "Tell us your view."));
        assertThat(other).isInstanceOf(Founded.class);
        assertThat(other.membership().copyOf()).isEmpty();
    }

    @Test
    void aCopyStaysWithItsOriginalWhenStoriesAreLookedAtAgain() {
        var strict = new StoryAssigner(new AssignmentRules(1, 1_000, Duration.ofHours(72), 40, 1_000, 0.2, 1_000, 0));
        strict.assign(article("a", "Tarvos bridge closed", BRIDGE));
        strict.assign(article("b", "Five weeks of ferries", BRIDGE + "Tell us your view."));
        assertThat(strict.consolidate()).isEmpty();

        strict.assign(article("c", "Tarvos bridge closed", "Tarvos bridge closed, mayor Ilse Brandvold said."));
        strict.move("c", StoryId.of("a"));
        assertThat(strict.consolidate())
                .singleElement()
                .isInstanceOfSatisfying(
                        StoryChange.Split.class,
                        split -> assertThat(split.articleIds()).containsExactly("c"));
    }

    @Test
    void aStoryThatGotOnlyCopiesIsNotLookedAt() {
        var strict = new StoryAssigner(new AssignmentRules(1, 1_000, Duration.ofHours(72), 40, 1_000, 0.2, 1_000, 0));
        strict.assign(article("a", "Tarvos bridge closed", BRIDGE));
        strict.assign(article("c", "Tarvos bridge closed", "Tarvos bridge closed, mayor Ilse Brandvold said."));
        strict.consolidate();
        strict.move("c", StoryId.of("a"));
        strict.assign(article("b", "Five weeks of ferries", BRIDGE + "Tell us your view."));
        assertThat(strict.hasNewcomers()).isTrue();

        assertThat(strict.consolidate()).isEmpty();
        strict.touch("a");
        assertThat(strict.consolidate()).isNotEmpty();
    }

    @Test
    void aCopyFollowsTheOriginalThatWasMoved() {
        assigner.assign(article("a", "Tarvos bridge closed", BRIDGE));
        assigner.assign(article("b", "Bridge in Tarvos closed", BRIDGE));
        assigner.move("a", "0123456789abcdef0123");
        Membership copy =
                assigner.assign(article("c", "Bridge in Tarvos shut", BRIDGE)).membership();
        assertThat(copy.storyId()).isEqualTo("0123456789abcdef0123");
        assertThat(copy.copyOf()).contains("a");
    }

    @Test
    void aCopyOfAnOriginalThatLeftTheWindowJoinsItsCopies() {
        var small = new StoryAssigner(rules(0.5, 2));
        for (String id : List.of("a", "b", "c")) {
            small.assign(article(id, "Tarvos bridge closed", BRIDGE));
        }
        Membership copy =
                small.assign(article("d", "Tarvos bridge closed", BRIDGE)).membership();
        assertThat(copy.storyId()).isEqualTo(StoryId.of("a"));
        assertThat(copy.copyOf()).contains("a");
    }

    @Test
    void aShortEqualTextIsNoCopy() {
        assigner.assign(article("a", "Tarvos bridge closed after crack found", "Crack closes Tarvos bridge."));
        Assignment second =
                assigner.assign(article("b", "Tarvos bridge closed after crack found", "Crack closes Tarvos bridge."));
        assertThat(second).isInstanceOf(Joined.class);
        assertThat(second.membership().copyOf()).isEmpty();
    }

    @Test
    void aFullWindowForgetsWhatArrivedFirst() {
        var small = new StoryAssigner(rules(3));
        for (String id : List.of("a", "b", "c", "d")) {
            small.assign(article(id, "Title of " + id, "Text about " + id));
        }
        assertThat(small.size()).isEqualTo(3);
        assertThat(small.assign(article("a", "Title of a", "Text about a"))).isNotInstanceOf(Repeated.class);
        assertThat(small.assign(article("d", "Title of d", "Text about d"))).isInstanceOf(Repeated.class);
    }

    /** Gives the words frequencies: of a stream of one article all are equally common. */
    private void fill() {
        IntStream.range(0, 30)
                .forEach(i -> assigner.assign(article(
                        "fill" + i,
                        "Council%d meets in Village%d about school %d".formatted(i, i, 100 + i),
                        "The mayor and the council of Village%d said on Monday that school %d had found a teacher."
                                .formatted(i, 100 + i))));
    }

    private static AssignmentRules rules(int windowArticles) {
        return rules(0.5, windowArticles);
    }

    private static AssignmentRules rules(double threshold, int windowArticles) {
        return new AssignmentRules(threshold, windowArticles, Duration.ofHours(72), 40, 1_000, 0.2, 1_000, 0.05);
    }

    private static Document article(String id, String title, String text) {
        return article(id, title, text, NOON);
    }

    private static Document article(String id, String title, String text, Instant time) {
        var article = new ArticleText(id, title, "", text, "en", time, ContentHash.of(text), false, "", "");
        return ANALYZER.analyze(article);
    }
}
