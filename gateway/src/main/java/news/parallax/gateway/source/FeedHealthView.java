package news.parallax.gateway.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed of an outlet, and how it is.
 *
 * @param id stable
 * @param url where it is
 * @param section section as the outlet names it; empty if it lists everything
 * @param health new, healthy, silent, failing or gone
 * @param errorKind why the last fetch failed; absent if it went well
 * @param successTime when a fetch last went well; absent if none did
 * @param failingSince the first of the failures in a row; absent if the last fetch went well
 * @param changeTime when its contents last changed; absent if never seen
 * @param entriesPerDay new entries a day, as observed; 0 if not known yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedHealthView(
        String id,
        String url,
        String section,
        String health,
        @Nullable String errorKind,
        @Nullable Instant successTime,
        @Nullable Instant failingSince,
        @Nullable Instant changeTime,
        double entriesPerDay) {}
