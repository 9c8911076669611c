package news.parallax.gateway.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void boundsCount() {
        assertThat(Parameters.wholeNumber("limit", "1", 20, 1, 100)).isEqualTo(1);
        assertThat(Parameters.wholeNumber("limit", "100", 20, 1, 100)).isEqualTo(100);
        assertThat(Parameters.wholeNumber("limit", null, 20, 1, 100)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1.5", "99999999999"})
    void aNumberOutOfBoundsIsRefusedByName(String value) {
        assertThatThrownBy(() -> Parameters.wholeNumber("limit", value, 20, 1, 100))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("The parameter \"limit\" must be a whole number from 1 to 100, not \"" + value + "\".");
    }

    @Test
    void aWordThatIsNoChoiceIsRefusedWithTheChoices() {
        assertThatThrownBy(() -> Parameters.choice("sort", "best", false, Map.of("top", false, "latest", true)))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("The parameter \"sort\" must be one of latest, top, not \"best\".");
    }

    @Test
    void aMomentMayHaveAnyOffsetButNeedsOne() {
        assertThat(Parameters.moment("at", "2026-10-05T08:12:00+02:00"))
                .isEqualTo(Instant.parse("2026-10-05T06:12:00Z"));
        assertThatThrownBy(() -> Parameters.moment("at", "2026-10-05T08:12:00")).isInstanceOf(RequestRefused.class);
    }
}
