package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void wordsThatSaySomethingAndNeighborsAmongThemArePhrases() {
        assertThat(Phrase.of("The council funds public housing, traders of 12 streets cheer", "en"))
                .extracting(Phrase::surface)
                .containsExactly(
                        "council",
                        "funds",
                        "council funds",
                        "public",
                        "funds public",
                        "housing",
                        "public housing",
                        "traders",
                        "streets",
                        "cheer",
                        "streets cheer");
    }

    @Test
    void formsOfOneWordAreOnePhrase() {
        assertThat(Phrase.of("Migration", "en").getFirst().key())
                .isEqualTo(Phrase.of("migratiOn", "en").getFirst().key());
        assertThat(Phrase.of("Public Housing", "en").getLast().key())
                .isEqualTo(Phrase.of("public housing", "en").getLast().key());
    }
}
