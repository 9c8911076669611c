package news.parallax.clusterer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgenciesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    LONDON (Reuters) - The bridge is closed.   | reuters.com
                    PARIS (AFP) — Le pont est fermé.           | afp.com
                    Berlin (dpa) - Die Brücke ist gesperrt.    | dpa.com
                    新华社北京3月2日电 大桥关闭。                   | xinhuanet.com
                    МОСКВА, 2 марта. /ТАСС/. Мост закрыт.      | tass.com
                    The bridge is closed. © Canadian Press     | thecanadianpress.com
                    """)
    void aDatelineOrTheLastLineCreditsAnAgency(String text, String agency) {
        assertThat(creditedBy(text, "")).contains(agency);
    }

    @Test
    void aBylineCreditsAnAgency() {
        assertThat(creditedBy("The bridge is closed.", "Jane Roe, Associated Press"))
                .contains("apnews.com");
    }

    @Test
    void aNameWithinAWordOrInTheMiddleOfATextIsNoCredit() {
        assertThat(creditedBy("The TASSO bridge is closed, said APPLE.", "")).isEmpty();
        String filling = "The bridge is closed for weeks. ".repeat(10);
        assertThat(creditedBy(filling + "The mayor told Reuters so. " + filling, ""))
                .isEmpty();
    }

    @Test
    void anAgencyPublishesOnItsDomainsAndBelow() {
        assertThat(Agencies.isOwnHost("tass.com", "tass.ru")).isTrue();
        assertThat(Agencies.isOwnHost("reuters.com", "www.reuters.com")).isTrue();
        assertThat(Agencies.isOwnHost("reuters.com", "notreuters.com")).isFalse();
        assertThat(Agencies.isOwnHost("reuters.com", "")).isFalse();
    }

    private static Optional<String> creditedBy(String text, String byline) {
        return Agencies.creditedBy(
                new ArticleText("a", "", "", text, "", Instant.EPOCH, ContentHash.of(text), false, "", byline));
    }
}
