package news.parallax.clusterer.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import news.parallax.clusterer.digest.Digest.Point;
import news.parallax.clusterer.digest.SideComparison.SideTelling;
import news.parallax.clusterer.digest.SideComparison.SideTerm;
import org.junit.jupiter.api.Test;

class SideComparisonTest {

    private final ToldStory story = new ToldStory();

    @Test
    void eachSidesWordsAreFoundWithTheirCountsScoreAndAnExample() {
        reports(Side.LEFT, 8, "Council passes harbor levy for public housing");
        reports(Side.RIGHT, 8, "Council passes harbor levy on small traders");

        SideTerm housing = side(Side.LEFT).terms().getFirst();
        assertThat(housing.text()).isEqualTo("public housing");
        assertThat(housing.outlets()).isEqualTo(8);
        assertThat(housing.otherOutlets()).isZero();
        // 8 outlets of 11 terms on each side (council, passes, harbor, levy, public, housing, ward and 4 pairs on the
        // left),
        // a fifth of what all use as prior: 1.6 of 35.2. ln(9.6 / 113.6) - ln(1.6 / 121.6) = 1.85981;
        // variance 1 / 9.6 + 1 / 1.6; 1.85981 / 0.85391
        assertThat(housing.zScore()).isCloseTo(2.17799, within(1e-5));
        assertThat(housing.example().text()).isEqualTo("Council passes harbor levy for public housing in ward 0");
        assertThat(side(Side.RIGHT).terms()).extracting(SideTerm::text).contains("small traders");
        assertThat(side(Side.LEFT).terms()).extracting(SideTerm::text).noneMatch(text -> text.contains("levy"));
    }

    @Test
    void anOutletCountsOnceHoweverOftenItSaysAWord() {
        reports(Side.LEFT, 8, "Council passes harbor levy for housing");
        reports(Side.RIGHT, 8, "Council passes harbor levy for traders");
        for (int i = 0; i < 9; i++) {
            story.report("left0.example", "Outrage over harbor levy grows, day " + i, "");
        }
        assertThat(side(Side.LEFT).terms())
                .extracting(SideTerm::text)
                .contains("housing")
                .doesNotContain("outrage", "Outrage");
    }

    @Test
    void aSideWithTooFewOutletsSaysSoInNumbersAndHasNeitherTermsNorPoints() {
        reports(Side.LEFT, 5, "Council passes harbor levy for public housing");
        reports(Side.RIGHT, 3, "Council passes harbor levy on small traders");

        SideTelling right = side(Side.RIGHT);
        assertThat(right.outlets()).isEqualTo(3);
        assertThat(right.terms()).isEmpty();
        assertThat(right.points()).isEmpty();
        SideTelling left = side(Side.LEFT);
        assertThat(left.otherOutlets()).isEqualTo(3);
        assertThat(left.terms()).as("nobody to compare with").isEmpty();
    }

    @Test
    void copiesAndUnratedOutletsAreNoReportsOfASide() {
        String text =
                "The council of the harbor city passed a levy on all ships that stay for longer than a day. ".repeat(6);
        for (int i = 0; i < 5; i++) {
            story.rated("left" + i + ".example", Side.LEFT).report("left" + i + ".example", "Levy passed", text);
        }
        story.report("nobody.example", "Council passes harbor levy", "");
        assertThat(side(Side.LEFT).outlets()).isEqualTo(1);
        assertThat(side(Side.CENTER).outlets()).isZero();
    }

    @Test
    void pointsOfASideDoNotRepeatThoseOfTheStory() {
        reports(Side.LEFT, 4, "Council passes harbor levy for public housing");
        for (int i = 0; i < 4; i++) {
            story.report(
                    "left" + i + ".example",
                    "Harbor levy day " + i,
                    List.of(
                                    "The harbor council passed the levy on Monday with nine votes against four after a long night.",
                                    "Tenants of Quay Street gathered at dawn in front of the town hall and sang for an hour.",
                                    "Ships that stay for more than one day pay 40 crowns for each meter of their length.",
                                    "A third of the money goes to 600 flats near the old shipyard, says the plan of the mayor.")
                            .get(i));
        }
        Digest digest = story.digest();
        List<String> said = digest.points().stream().map(Point::text).toList();
        assertThat(said).hasSize(3);
        assertThat(side(Side.LEFT).points())
                .extracting(Point::text)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(said);
    }

    @Test
    void withoutAnyRatedOutletThereIsNoComparison() {
        story.report("nobody.example", "Council passes harbor levy", "");
        assertThat(story.details().comparison()).isEmpty();
    }

    @Test
    void anOutletsNameIsNoTermOfItsSide() {
        for (int i = 0; i < 9; i++) {
            String host = "tribune.left" + i + ".example";
            story.rated(host, Side.LEFT).report(host, "Tribune: council passes harbor levy for housing, day " + i, "");
        }
        reports(Side.RIGHT, 9, "Council passes harbor levy");
        assertThat(side(Side.LEFT).terms())
                .extracting(SideTerm::text)
                .isNotEmpty()
                .noneMatch(text -> text.toLowerCase().contains("tribune"));
    }

    private void reports(Side side, int count, String title) {
        for (int i = 0; i < count; i++) {
            String host = side.name().toLowerCase() + i + ".example";
            story.rated(host, side).report(host, title + " in ward " + i, "");
        }
    }

    private SideTelling side(Side side) {
        return story.details().comparison().orElseThrow().sides().get(side.ordinal());
    }
}
