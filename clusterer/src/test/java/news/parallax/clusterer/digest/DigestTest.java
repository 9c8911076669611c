package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.parallax.clusterer.ClustererParts;
import news.parallax.clusterer.embedding.NoEmbedder;
import news.parallax.clusterer.story.AssignmentRules;
import news.parallax.clusterer.story.Membership;
import news.parallax.clusterer.story.OpenStory;
import news.parallax.clusterer.story.StoryAssigner;
import news.parallax.clusterer.text.Analyzer;
import news.parallax.clusterer.text.ArticleText;
import news.parallax.clusterer.text.ContentHash;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Analyzer analyzer = new Analyzer(new NoEmbedder());

    /** Everything joins: the digest is tested, not the grouping. */
    private final StoryAssigner assigner =
            new StoryAssigner(new AssignmentRules(0, 100, Duration.ofHours(72), 40, 100, 0.2, 100, 0.05));

    private final Digests digests = new Digests(ClustererParts.digestRules(ClustererParts.config()));

    private String storyId = "";

    @Test
    void theHeadlineIsTheTitleMostLikeTheOthers() {
        add("odd", "en", "Ferries are free in the city from now on", "Ferries cost nothing.");
        add(
                "middle",
                "en",
                "Cracked Tarvos bridge closed for five weeks",
                "A crack closed the Tarvos bridge for weeks.");
        add("other", "en", "Tarvos bridge closed after crack is found", "The Tarvos bridge was closed for a crack.");
        assertThat(digest().titleArticleId()).isIn("middle", "other");
    }

    @Test
    void anOpinionATooShortTitleAndAForeignOneAreNoHeadlineIfThereIsAChoice() {
        add("short", "en", "Bridge closed", "A crack closed the Tarvos bridge.");
        addOpinion("opinion", "Tarvos bridge crack shows a city asleep", "A crack closed the Tarvos bridge.");
        add("german", "de", "Brücke von Tarvos nach einem Riss gesperrt", "A crack closed the Tarvos bridge.");
        add("fitting", "en", "Engineers close river crossing in Tarvos", "Engineers acted.");
        assertThat(digest().titleArticleId()).isEqualTo("fitting");
        assertThat(digest().title()).isEqualTo("Engineers close river crossing in Tarvos");
    }

    @Test
    void aStoryOfOneOpinionHasItsTitle() {
        addOpinion("opinion", "A city asleep", "Nobody looked at the bridge.");
        assertThat(digest().title()).isEqualTo("A city asleep");
    }

    @Test
    void englishGoesFirstFromAThirdOfTheArticlesOn() {
        add("g1", "de", "Brücke von Tarvos nach einem Riss gesperrt", "Die Brücke ist gesperrt.");
        add("g2", "de", "Riss in der Brücke von Tarvos entdeckt", "Die Brücke ist gesperrt.");
        add("e1", "en", "Tarvos bridge closed after crack is found", "The bridge is closed.");
        assertThat(digest().titleArticleId()).isEqualTo("e1");
        add("g3", "de", "Brücke in Tarvos wegen Riss gesperrt worden", "Die Brücke ist gesperrt.");
        assertThat(digest().titleArticleId()).startsWith("g");
    }

    @Test
    void theSummaryTakesThreeSentencesOfDifferentArticlesThatDoNotRepeatEachOther() {
        String crack = "Engineers closed the Tarvos bridge on Monday after they had found a crack in a girder.";
        String crackAgain = "Engineers closed the Tarvos bridge on Monday after finding a crack in a girder there.";
        String traffic = "Some 31,000 vehicles a day must use the ferry or the motorway instead of the bridge.";
        String cost = "Repairs of the cracked bridge will take five weeks and cost 12 million, the authority said.";
        add("a", "en", "Tarvos bridge closed after crack is found", crack);
        add("b", "en", "Tarvos bridge is closed as a crack is found", crackAgain);
        add("c", "en", "Cracked Tarvos bridge to cost 12 million", cost);
        add("d", "en", "Drivers must avoid cracked Tarvos bridge", traffic);
        assertThat(digest().points())
                .extracting(Digest.Point::articleId)
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(digest().points()).extracting(Digest.Point::text).contains(traffic, cost);
        assertThat(digest().points()).extracting(Digest.Point::text).containsAnyOf(crack, crackAgain);
    }

    @Test
    void aSummarySentenceStandsWordForWordInTheArticleItCites() {
        String text = "The road authority expects the repairs to take at least five weeks from Monday on.";
        add("a", "en", "Tarvos bridge closed after crack is found", "It is closed. " + text);
        assertThat(digest().points()).containsExactly(new Digest.Point(text, "a"));
    }

    @Test
    void articlesWithoutTextGiveNoSummary() {
        add("a", "en", "Tarvos bridge closed after crack is found", "");
        assertThat(digest().points()).isEmpty();
        assertThat(digest().title()).isEqualTo("Tarvos bridge closed after crack is found");
    }

    @Test
    void theSameStoryIsToldTheSameWay() {
        for (int i = 0; i < 80; i++) {
            add(
                    "a" + i,
                    "en",
                    "Tarvos bridge closed after crack number " + i,
                    "The bridge in Tarvos has crack number " + i + " now.");
        }
        assertThat(digest()).isEqualTo(digest());
        assertThat(digest().points()).hasSizeLessThanOrEqualTo(3);
    }

    private Digest digest() {
        OpenStory story = assigner.story(storyId).orElseThrow();
        return digests.of(story);
    }

    private void add(String id, String language, String title, String text) {
        add(new ArticleText(id, title, "", text, language, NOON, ContentHash.of(id + text), false, "", ""));
    }

    private void addOpinion(String id, String title, String text) {
        add(new ArticleText(id, title, "", text, "en", NOON, ContentHash.of(id + text), true, "", ""));
    }

    private void add(ArticleText article) {
        Membership membership = assigner.assign(analyzer.analyze(article)).membership();
        if (storyId.isEmpty()) {
            storyId = membership.storyId();
        }
        assigner.move(article.id(), storyId);
    }
}
