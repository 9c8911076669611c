package news.parallax.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.Settings;
import news.parallax.gateway.error.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurtainTest {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InnerView(
            String name,
            @Requires(Capability.BIAS) @Nullable String bias,
            @Requires(Capability.FACTUALITY) @Nullable String factuality) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OuterView(
            List<InnerView> inner,
            @Requires(Capability.OWNERSHIP) @Nullable List<String> owners,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}

    private static final OuterView VIEW =
            new OuterView(List.of(new InnerView("Harbor", "left", "high")), List.of("Trust"), Map.of());

    private static String shown(Map<String, String> settings, ReaderPlan plan) throws JsonProcessingException {
        Plans plans = new Plans(Settings.of(settings));
        ReaderView reader = new ReaderView("r", "R", "", plan, ReaderRole.READER, "", "", plans.capabilitiesOf(plan));
        return new ObjectMapper().writeValueAsString(new Curtain(plans).show(VIEW, reader));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FREE | {"inner":[{"name":"Harbor","bias":"left"}],"locked":{"factuality":"premium","ownership":"vantage"}}
            PRO | {"inner":[{"name":"Harbor","bias":"left"}],"locked":{"factuality":"premium","ownership":"vantage"}}
            PREMIUM | {"inner":[{"name":"Harbor","bias":"left","factuality":"high"}],"locked":{"ownership":"vantage"}}
            VANTAGE | {"inner":[{"name":"Harbor","bias":"left","factuality":"high"}],"owners":["Trust"]}
            """)
    void eachPlanSeesItsFieldsAndIsToldWhatIsLocked(ReaderPlan plan, String json) throws JsonProcessingException {
        assertThat(shown(Map.of(), plan)).isEqualTo(json);
    }

    @Test
    void aCapabilityMovesWithItsSetting() throws JsonProcessingException {
        assertThat(shown(Map.of("parallax.gateway.capabilities.bias", "pro"), ReaderPlan.FREE))
                .isEqualTo("{\"inner\":[{\"name\":\"Harbor\"}],"
                        + "\"locked\":{\"bias\":\"pro\",\"factuality\":\"premium\",\"ownership\":\"vantage\"}}");
    }

    @Test
    void oneSettingOpensEverythingToVisitors() {
        Plans plans = new Plans(Settings.of(Map.of("parallax.gateway.plans.anonymous", "vantage")));

        assertThat(new Curtain(plans).show(VIEW, plans.visitor())).isEqualTo(VIEW);
    }

    @Test
    void aQuestionThatWouldTellALockedFieldIsRefused() {
        Plans plans = new Plans(Settings.of(Map.of()));

        assertThatThrownBy(() -> new Curtain(plans).require(Capability.OWNERSHIP, plans.visitor()))
                .isInstanceOf(RequestRefused.class)
                .hasMessage("To ask for this please upgrade to Vantage.");
    }

    @Test
    void aPlanThatIsNoneStopsTheGateway() {
        assertThatThrownBy(() -> new Plans(Settings.of(Map.of("parallax.gateway.plans.anonymous", "gold"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no plan \"gold\"");
    }
}
