package news.parallax.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.catalog.search.SearchText.Group;
import news.parallax.catalog.search.SearchText.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTextTest {
    @Test
    void eachWordHasToBeThere() {
        assertThat(SearchText.parse(" storm  harbor ").groups())
                .containsExactly(wanted(word("storm")), wanted(word("harbor")));
    }

    @Test
    void quotedWordsStandTogetherWhateverQuotesAReaderHas() {
        assertThat(SearchText.parse("\"old harbor\" „neuer Hafen“").groups())
                .containsExactly(wanted(phrase("old harbor")), wanted(phrase("neuer Hafen")));
    }

    @Test
    void aQuoteThatIsNotClosedEndsWithTheQuery() {
        assertThat(SearchText.parse("storm \"old harbor").groups())
                .containsExactly(wanted(word("storm")), wanted(phrase("old harbor")));
    }

    @Test
    void aMinusExcludesAWordOrPhraseAndAHyphenDoesNot() {
        assertThat(SearchText.parse("vice-president -golf -\"press room\" - a").groups())
                .containsExactly(
                        wanted(word("vice-president")),
                        excluded(word("golf")),
                        excluded(phrase("press room")),
                        wanted(word("a")));
    }

    @Test
    void anAsteriskLetsAWordOrTheLastWordOfAPhraseGoOn() {
        assertThat(SearchText.parse("elect** \"new yor\"* *").groups())
                .containsExactly(wanted(new Term("elect", false, true)), wanted(new Term("new yor", true, true)));
    }

    @Test
    void orJoinsItsNeighborsAndIsPassedOverWhereItHasNone() {
        assertThat(SearchText.parse("OR flood storm OR rain OR \"hail stones\" OR")
                        .groups())
                .containsExactly(wanted(word("flood")), wanted(word("storm"), word("rain"), phrase("hail stones")));
        assertThat(SearchText.parse("this or that").groups()).hasSize(3);
        assertThat(SearchText.parse("storm OR -rain").groups())
                .containsExactly(wanted(word("storm")), excluded(word("rain")));
    }

    @Test
    void aQueryThatOnlyExcludesWantsNoWords() {
        assertThat(SearchText.parse("-storm").wantsWords()).isFalse();
        assertThat(SearchText.parse("-storm rain").wantsWords()).isTrue();
        assertThat(SearchText.parse(" \t").isEmpty()).isTrue();
    }

    static Stream<String> noise() {
        var random = new Random(7);
        String signs = "\"\"-*()&|!:<>'\\ \t\0aäß文OR";
        return IntStream.range(0, 200)
                .mapToObj(_ -> random.ints(random.nextInt(30), 0, signs.length())
                        .mapToObj(place -> signs.substring(place, place + 1))
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest(name = "seed 7: {0}")
    @MethodSource("noise")
    void whateverIsTypedHasTermsWithoutQuotesAndBlanks(String typed) {
        assertThat(SearchText.parse(typed).terms()).allSatisfy(term -> {
            assertThat(term.text()).isNotBlank().doesNotContain("\"", "\0");
            assertThat(term.text()).isEqualTo(term.text().strip());
        });
    }

    private static Group wanted(Term... terms) {
        return new Group(false, List.of(terms));
    }

    private static Group excluded(Term... terms) {
        return new Group(true, List.of(terms));
    }

    private static Term word(String text) {
        return new Term(text, false, false);
    }

    private static Term phrase(String text) {
        return new Term(text, true, false);
    }
}
