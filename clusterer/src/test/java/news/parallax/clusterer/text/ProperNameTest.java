package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProperNameTest {

    @Test
    void anOfficePartsANameAndSaysWhoIsAPerson() {
        List<ProperName> names = ProperName.of("On Monday the FBI Director Marta Ilven met Senator Piet Oss.", "en");
        assertThat(names).extracting(ProperName::text).containsExactly("Monday", "FBI", "Marta Ilven", "Piet Oss");
        assertThat(names).extracting(ProperName::person).containsExactly(false, false, true, true);
    }

    @Test
    void anOfficeInLowerCaseAndAnAgeSaySoToo() {
        List<ProperName> names =
                ProperName.of("After that former president Marta Ilven hired Piet Oss, 34, in Porto.", "en");
        assertThat(names)
                .filteredOn(ProperName::person)
                .extracting(ProperName::text)
                .containsExactly("Marta Ilven", "Piet Oss");
        assertThat(names).extracting(ProperName::text).contains("Porto");
    }

    @Test
    void aPossessivePartsTwoNamesAndParticlesJoinOne() {
        assertThat(ProperName.of("In Norway’s Tarvos the Bank of Porto paid Ursula van der Meer.", "en"))
                .extracting(ProperName::text)
                .containsExactly("Norway", "Tarvos", "Bank of Porto", "Ursula van der Meer");
    }

    @Test
    void theFirstWordOfASentenceIsMarkedAndFunctionWordsAreNoNames() {
        List<ProperName> names = ProperName.of("Ferries left Tarvos.", "en");
        assertThat(names.getFirst()).isEqualTo(new ProperName(List.of("Ferries"), true, false));
        assertThat(names.getLast().opensSentence()).isFalse();
        assertThat(ProperName.of("The Tarvos bridge closed.", "en"))
                .containsExactly(new ProperName(List.of("Tarvos"), false, false));
    }

    @Test
    void numbersWithinANameStayAndATitleInCapitalsHasNone() {
        assertThat(ProperName.of("Many caught Covid-19 there.", "en"))
                .extracting(ProperName::text)
                .contains("Covid-19");
        assertThat(ProperName.ofTitle("Tarvos Bridge Closed After Crack Is Found", "en"))
                .isEmpty();
        assertThat(ProperName.ofTitle("Tarvos bridge closed after crack is found", "en"))
                .hasSize(1);
    }

    @Test
    void caseAndAccentsDoNotPartOneNameFromItself() {
        ProperName accented = ProperName.of("They met José Álvarez.", "en").getLast();
        ProperName plain = ProperName.of("They met JOSE Alvarez.", "en").getLast();
        assertThat(accented.key()).isEqualTo(plain.key());
    }
}
