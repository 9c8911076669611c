package news.parallax.gateway.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import news.parallax.gateway.coverage.SplitView;

/**
 * How a story was covered from a moment on, until the next.
 *
 * @param asOfTime when it came to be covered so
 * @param split how its outlets split; its fields stand beside the others
 * @param independent how the outlets with a report of their own split
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MomentView(Instant asOfTime, @JsonUnwrapped SplitView split, SplitView independent) {}
