package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void capitalsInsideASentenceAreNamesAndAtItsStartAreNot() {
        assertThat(names("", "Yesterday the mayor met Ilse Brandvold. Nobody from Ondal came."))
                .containsExactlyInAnyOrder("ilse", "brandvold", "ondal");
    }

    @Test
    void numbersOfTwoDigitsAndMoreAreNames() {
        assertThat(names("", "it took 9 men and 31,000 cars")).containsExactly("31000");
    }

    @Test
    void aTitleInCapitalsGivesOnlyNamesThatTheTextConfirms() {
        assertThat(names("Mayor Brandvold Closes Bridge", "yesterday mayor Brandvold spoke"))
                .containsExactly("brandvold");
    }

    @Test
    void aTitleInCapitalsWithoutTextIsTakenAsItIs() {
        assertThat(names("Brandvold Closes Ondal Bridge", "")).contains("brandvold", "ondal");
    }

    private static List<String> names(String title, String text) {
        TermCounts counts = Names.of(Tokenizer.tokens(title), List.of(), Tokenizer.tokens(text));
        return List.of(counts.keys());
    }
}
