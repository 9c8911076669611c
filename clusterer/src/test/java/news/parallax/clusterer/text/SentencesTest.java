package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    @Test
    void abbreviationsInitialsAndOrdinalsEndNoSentence() {
        assertThat(Sentences.split("Dr. J. Alder met Mrs. Finch. They spoke.", "en"))
                .containsExactly("Dr. J. Alder met Mrs. Finch.", "They spoke.");
        assertThat(Sentences.split("Am 3. Oktober wurde die Brücke gesperrt. Das war spät.", "de"))
                .containsExactly("Am 3. Oktober wurde die Brücke gesperrt.", "Das war spät.");
    }

    @Test
    void paragraphsAreNeverJoined() {
        assertThat(Sentences.split("A headline without stop\n\nThe text begins.", "en"))
                .containsExactly("A headline without stop", "The text begins.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VISBY, Sweden - ",
                "PORTO, Oct 5 – ",
                "BERLIN (Wire) — ",
                "NEW PORTO: ",
                "Visby – ",
                "San Marino (Wire) – "
            })
    void aSentenceThatStandsAloneIsKeptWithoutItsDateline(String dateline) {
        String sentence = "A passenger ferry ran aground off the coast of Gotland early on Monday.";
        assertThat(Sentences.selfContained(dateline + sentence, "en", 6)).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said that the bridge would stay closed for at least five weeks.",
                "But the bridge in Tarvos would stay closed for at least five weeks.",
                "“The bridge in Tarvos will stay closed for at least five weeks,” she said.",
                "The mayor said the bridge was “closed for at least five weeks from now on.",
                "The bridge is closed.",
                "The bridge in Tarvos will stay closed for at least five weeks",
            })
    void aSentenceThatNeedsItsNeighborsIsNot(String sentence) {
        assertThat(Sentences.selfContained(sentence, "en", 6)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In his speech to the council the mayor of Tarvos praised the engineers of the bridge.",
                "Previously the bridge in Tarvos had been closed for five weeks because of a crack.",
                "The bridge in Tarvos will stay closed for at least five weeks, and the mayor also...",
                "The bridge in Tarvos stays closed.The mayor of the city has promised to run free ferries.",
            })
    void aSentenceThatPointsBackOrIsCutIsNoPoint(String sentence) {
        assertThat(Sentences.selfContained(sentence, "en", 6)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Like every week, we’re giving away a brand new bicycle to one reader of the Tarvos Post.",
                "Here is what you need to know about the closed bridge in Tarvos before Monday.",
                "Before the bridge in Tarvos was closed, I had crossed it every day of the week.",
                "Sign up for the bulletin of the Tarvos Post and learn of every bridge that is closed.",
                "A car on the closed bridge in Tarvos on Monday night, seen from the river (Photo: Tarvos Post).",
                "Reporting by Ada Quill in Tarvos, with notes by three others who stood on the bridge.",
            })
    void whatSpeaksToTheReaderOrStandsAroundAReportIsNoPoint(String sentence) {
        assertThat(Sentences.selfContained(sentence, "en", 6)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor of Tarvos said “we will reopen the bridge when you can trust it again” on Monday.",
                "The US government sent engineers to Tarvos to look at the bridge that had cracked.",
                "The company that built the bridge in Tarvos said that it had found no fault of its own.",
            })
    void whatOnlyLooksLikeItIs(String sentence) {
        assertThat(Sentences.selfContained(sentence, "en", 6)).containsExactly(sentence);
    }

    @Test
    void quotesInsideASentenceAreFineIfWhole() {
        String english = "The mayor of Tarvos called the closure “a burden for everyone” and promised free ferries.";
        String german = "Die Bürgermeisterin von Tarvos nannte die Sperrung „eine Last für alle“ und versprach Fähren.";
        assertThat(Sentences.selfContained(english, "en", 6)).containsExactly(english);
        assertThat(Sentences.selfContained(german, "de", 6)).containsExactly(german);
    }
}
