package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT,de;q=0.9,en;q=0.8 | de
            ja,fr;q=0.5             | fr
            es-419                  | es
            ja                      | en
            *                       | en
            ''                      | en
            ;;;q=x                  | en
            fr;q=0,de               | de""")
    void theLanguageAskedForMostIsTakenOfThoseThereAre(String header, String language) {
        assertThat(Languages.accepted(header).toLanguageTag()).isEqualTo(language);
    }

    @Test
    void onlyLanguagesOfThePagesHaveATag() {
        assertThat(Languages.of("fr")).isPresent();
        assertThat(Languages.of("fr-CA")).isEmpty();
        assertThat(Languages.of("")).isEmpty();
    }
}
