package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.rating.BiasLabel;
import org.jspecify.annotations.Nullable;

/**
 * What a reader holds the bias of an outlet to be.
 *
 * @param sourceId the outlet
 * @param sourceName its name; absent if it is no longer in the catalog
 * @param bias for this reader
 * @param derivedBias for everybody else; absent if the outlet is no longer in the catalog
 * @param setTime when the reader said so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverrideView(
        String sourceId,
        @Nullable String sourceName,
        BiasLabel bias,
        @Requires(Capability.BIAS) @Nullable BiasLabel derivedBias,
        @Nullable Instant setTime) {}
