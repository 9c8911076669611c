package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyTextTest {

    private static final String FIRST =
            "The harbor of Estholm was closed on Monday after a crane had fallen into the main basin, its operator said.";
    private static final String SECOND =
            "Nobody was hurt, but eleven ships have to wait outside until divers have looked at the wreck, perhaps for days.";

    @Test
    void textBetweenBlocksIsText() {
        assertThat(text("<div class=story-text>" + FIRST + "<p>" + SECOND + "</p>The mayor spoke of good luck.</div>"))
                .isEqualTo(FIRST + "\n\n" + SECOND + "\n\nThe mayor spoke of good luck.");
    }

    @Test
    void twoLineBreaksPartParagraphs() {
        assertThat(text("<div>" + FIRST + "<br>\n<br>" + SECOND + "<br>One more line.</div>"))
                .isEqualTo(FIRST + "\n\n" + SECOND + " One more line.");
    }

    @Test
    void theLeadBetweenHeadlineAndTextBelongsToTheText() {
        assertThat(text(
                        "<article><header><h1>Crane falls</h1><p class=standfirst>Divers are on their way to Estholm.</p>"
                                + "<p class=byline>By Ada Moor</p></header><div class=article-body>" + paragraphs()
                                + "</div></article>"))
                .isEqualTo("Divers are on their way to Estholm.\n\n" + FIRST + "\n\n" + SECOND);
    }

    @Test
    void aClassAroundTheWholePageDoesNotRemoveIt() {
        assertThat(text("<div class='page has-sidebar subscribe'><article class='post tag-newsletter share'>"
                        + paragraphs() + "</article></div>"))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void whatStandsBesideTheTextIsLeftOut() {
        assertThat(text("<article><h1>Crane falls</h1><div class=entry-content>" + "<p>" + FIRST + "</p>"
                        + "<div class=related-posts><p>Last year a ferry had hit the same pier, and it took weeks to mend it.</p></div>"
                        + "<figure><img src=x><figcaption>The crane before its fall, seen from the old lighthouse.</figcaption></figure>"
                        + "<p>" + SECOND + "</p><p>Read also: the longest bridge</p></div>"
                        + "<div class=author-box><p>Ada Moor writes on ships and harbors, and has done so for twenty years now.</p></div>"
                        + "</article><section id=comments><p>" + "I saw it fall, it was terrible and loud. ".repeat(40)
                        + "</p></section>"))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void cardsThatLeadToOtherArticlesAreLeftOut() {
        String card = "<li><h3><a href=/other%d>Other news %d</a></h3><p>%s</p></li>";
        String cards = card.formatted(
                        1, 1, "A ferry hit a pier last year, and nobody has mended it since then, people say.")
                + card.formatted(
                        2, 2, "A bridge was opened by the queen, who cut the ribbon with a pair of old scissors.");
        assertThat(text("<main><h1>Crane falls</h1><div>" + paragraphs() + "<ul>" + cards + "</ul></div></main>"))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void headingsOfSectionsStayAndLonelyOnesDoNot() {
        assertThat(text("<article><p>" + FIRST + "</p><h2>What comes next</h2><p>" + SECOND
                        + "</p><h2>Share this</h2></article>"))
                .isEqualTo(FIRST + "\n\nWhat comes next\n\n" + SECOND);
    }

    @Test
    void aParagraphThatEndsWithThePhotographerIsACaption() {
        assertThat(text("<article>" + paragraphs()
                        + "<p>The crane in the basin. Photo: Jonas Berg/Estholm Post</p></article>"))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void whatReadersWriteIsTheTextOfAForum() {
        assertThat(text("<main><h1>Crane?</h1><div class=comment>" + paragraphs() + "</div></main>"))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void aPageFilledByScriptsHasTheTextThatItStates() {
        assertThat(BodyText.of(Jsoup.parse("<div id=app>Please wait.</div>"), () -> FIRST + " " + SECOND))
                .isEqualTo(FIRST + " " + SECOND);
    }

    @Test
    void hiddenTextIsNotShown() {
        assertThat(
                        text(
                                "<article>" + paragraphs() + "<p style='display: none'>"
                                        + FIRST.replace("Monday", "Sunday")
                                        + "</p><p class=sr-only>For screens only, and it is a whole sentence that nobody can see.</p></article>"))
                .isEqualTo(FIRST + "\n\n" + SECOND);
    }

    static List<Integer> seeds() {
        return new Random(7).ints(200, 0, 1_000_000).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyMarkupIsSurvivedAndNoMarkupComesOut(int seed) {
        var random = new Random(seed);
        String[] pieces = {
            "<div class=share>",
            "</div>",
            "<p>",
            "</p>",
            "<a href=#>",
            "</a>",
            "<article>",
            "<li>",
            "<table><tr><td>",
            "<h1>",
            "</h1>",
            "<form>",
            "<!-- ",
            "-->",
            "<script>x",
            "</script>",
            FIRST,
            SECOND,
            "\u0000",
            "<br><br>",
            "&amp;",
            "<"
        };
        var html = new StringBuilder();
        for (int i = random.nextInt(60); i >= 0; i--) {
            html.append(pieces[random.nextInt(pieces.length)]);
        }
        assertThat(text(html.toString())).doesNotContain("<p>", "<div", "<script>", "<article>");
    }

    private static String paragraphs() {
        return "<p>" + FIRST + "</p><p>" + SECOND + "</p>";
    }

    private static String text(String html) {
        return BodyText.of(Jsoup.parse(html), () -> "");
    }
}
