package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import org.jspecify.annotations.Nullable;

/**
 * How what is shown of an outlet comes about.
 *
 * @param sourceId the outlet
 * @param bias how its bias comes about; absent if nobody rated it
 * @param factuality how its factuality comes about; absent if nobody rated it
 * @param others the same of axes that the operator defined
 * @param flags what raters warn of, those that ended too
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceExplanationView(
        String sourceId,
        @Requires(Capability.BIAS) @Nullable AxisView bias,
        @Requires(Capability.FACTUALITY) @Nullable AxisView factuality,
        List<AxisView> others,
        @Requires(Capability.FACTUALITY) @Nullable List<FlagView> flags,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
