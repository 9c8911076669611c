package news.parallax.clusterer.digest.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"points\": [{\"text\": \"A crack.\", \"article\": 2}]}",
                "[{\"text\": \" A crack. \", \"article\": \"2\"}]",
                "```json\n{\"points\": [{\"text\": \"A crack.\", \"article\": 2, \"sure\": true}]}\n```",
                "<think>{is it [1]?}</think> Here you are: {\"points\":[{\"text\":\"A crack.\",\"article\":2}]} Bye {now}."
            })
    void pointsAreFoundWhateverStandsAroundThem(String answer) {
        assertThat(Answer.claims(answer)).containsExactly(new Claim("A crack.", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The bridge is closed.",
                "{\"points\": [{\"text\": \"A crack.\", \"article\": 2}",
                "{\"points\": \"A crack.\"}",
                "[\"A crack.\", 2]",
                "{\"points\": [{\"text\": {\"en\": \"A crack.\"}, \"article\": 2}]}"
            })
    void whatHasNotTheFormThatWasAskedForSaysNothing(String answer) {
        assertThat(Answer.claims(answer)).isEmpty();
    }

    @Test
    void aPointWithoutArticleCitesNone() {
        assertThat(Answer.claims("{\"points\": [{\"text\": \"A crack.\"}]}")).containsExactly(new Claim("A crack.", 0));
    }

    @Test
    void moreThanSixPointsAreNotRead() {
        String point = "{\"text\": \"A crack.\", \"article\": 1},";
        assertThat(Answer.claims("[" + point.repeat(50) + "{}]")).hasSize(6);
    }

    @Test
    void bracketsWithoutEndAreReadInNoTime() {
        assertThat(Answer.claims("[".repeat(100_000))).isEmpty();
    }
}
