package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.parallax.clusterer.embedding.NoEmbedder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @Test
    void capitalsInsideASentenceAreNamesAndAtItsStartAreNot() {
        assertThat(names("", "Yesterday the mayor met Ilse Brandvold. Nobody from Ondal came."))
                .containsExactlyInAnyOrder(keyOf("Ilse"), keyOf("Brandvold"), keyOf("Ondal"));
    }

    @Test
    void numbersOfTwoDigitsAndMoreAreNames() {
        assertThat(names("", "it took 9 men and 31,000 cars")).containsExactly("31000");
    }

    @Test
    void aTitleInCapitalsGivesOnlyNamesThatTheTextConfirms() {
        assertThat(names("Mayor Brandvold Closes Bridge", "yesterday mayor Brandvold spoke"))
                .containsExactly(keyOf("Brandvold"));
    }

    @Test
    void aTitleInCapitalsWithoutTextIsTakenAsItIs() {
        assertThat(names("Brandvold Closes Ondal Bridge", "")).contains(keyOf("Brandvold"), keyOf("Ondal"));
    }

    @ParameterizedTest
    @CsvSource({
        "Зеленский, Zelensky",
        "Зеленський, Selenskyj",
        "Эрдоган, Erdoğan",
        "MÜLLER, Muller",
        "Gotlands, Gotland",
        "Лукашенко, Lukaschenko",
        "近平, Jinping",
        "東京, 东京",
    })
    void aNameHasOneKeyInManySpellings(String one, String other) {
        assertThat(keyOf(one)).isEqualTo(keyOf(other));
    }

    @ParameterizedTest
    @CsvSource({"Merkel, Macron", "Iran, Irak", "Lenin, Lennon", "Biden, Baden", "Kim, Kaine"})
    void otherNamesHaveOtherKeys(String one, String other) {
        assertThat(keyOf(one)).isNotEqualTo(keyOf(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Er kam aus Deutschland. | @DE",
                "en | he came from Germany | @DE",
                "ru | Он приехал из Германии. | @DE",
                "ja | ドイツから来た | @DE",
                "ar | جاء من ألمانيا | @DE",
                "ko | 독일에서 왔다 | @DE",
                "de | Er kam aus den Vereinigten Staaten. | @US",
                "en | he came from the United States | @US",
                "zh | 他来自美国 | @US",
                "en | it was in Moscow | @Europe/Moscow",
                "ru | Это было в Москве. | @Europe/Moscow",
                "th | มาจากโตเกียว | @Asia/Tokyo",
                "en | Nigerian police | @NG",
            })
    void aPlaceHasOneKeyInAllLanguages(String language, String text, String key) {
        assertThat(names(language, "", text)).contains(key).doesNotContain("@NE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | yesterday Indiana won",
                "en | yesterday Malik won",
                "en | yesterday George and Chad Jordan won",
                "en | cold turkey with china plates",
                "en | it told us much",
                "'' | aus Deutschland",
            })
    void whatMerelyLooksLikeAPlaceIsNone(String language, String text) {
        assertThat(names(language, "", text)).noneMatch(key -> key.startsWith("@"));
    }

    @Test
    void readersAreShownAPlaceAsItIsWritten() {
        assertThat(counts("de", "", "aus den Vereinigten Staaten").surfaces()).containsExactly("Vereinigten Staaten");
    }

    @Test
    void inScriptsWithoutCapitalsAnyWordButFunctionWordsMayBeAName() {
        assertThat(names("ar", "", "وصل بوتين في المساء"))
                .contains(keyOf("بوتين"))
                .doesNotContain(keyOf("في"));
    }

    private static String keyOf(String name) {
        return counts("", "", "met " + name).keys()[0];
    }

    private static List<String> names(String title, String text) {
        return names("en", title, text);
    }

    private static List<String> names(String language, String title, String text) {
        return List.of(counts(language, title, text).keys());
    }

    private static TermCounts counts(String language, String title, String text) {
        return new Analyzer(new NoEmbedder())
                .analyze(new ArticleText("1", title, "", text, language, Instant.EPOCH, "", false, "", ""))
                .names();
    }
}
