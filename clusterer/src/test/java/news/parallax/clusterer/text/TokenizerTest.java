package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    @Test
    void wordsAreFoldedAndCutToTheirStem() {
        assertThat(keys("Investigators INVESTIGATE.")).containsExactly("investi", "investi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31,000 | 31000",
                "31.000 | 31000",
                "31\u00a0000 | 31000",
                "2,4 | 2.4",
                "2.4 | 2.4",
                "3:20 | 3.20",
                "412 | 412"
            })
    void numbersReadTheSameInEveryCountry(String written, String key) {
        assertThat(keys(written)).containsExactly(key);
    }

    @Test
    void apostrophesPartWordsFromTheirEndingsAndArticles() {
        assertThat(keys("Bolton's l’aéroport")).containsExactly("bolton", "aéropor");
    }

    @Test
    void scriptsWithoutSpacesGivePairsOfCharacters() {
        assertThat(keys("東京都")).containsExactly("東京", "京都");
    }

    @Test
    void vowelSignsStayInTheirWord() {
        assertThat(keys("हिन्दी")).hasSize(1);
    }

    @Test
    void aNameHasOneKeyInManySpellings() {
        assertThat(Tokenizer.nameKey("Gotlands")).isEqualTo(Tokenizer.nameKey("Gotland"));
        assertThat(Tokenizer.nameKey("MÜLLER")).isEqualTo(Tokenizer.nameKey("Muller"));
        assertThat(Tokenizer.nameKey("Paris")).isEqualTo("paris");
    }

    @Test
    void brokenMarkupIsNoWord() {
        assertThat(keys("x".repeat(41) + " word")).containsExactly("word");
    }

    private static List<String> keys(String text) {
        return Tokenizer.tokens(text).stream().map(Token::key).toList();
    }
}
