package news.parallax.gateway.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader follows or mutes.
 *
 * @param kind what sort of thing
 * @param id of the source, subject or owner
 * @param name as known now; absent if it is no longer in the catalog
 * @param markTime when it was first followed or muted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarkView(
        TargetKind kind,
        String id,
        @Nullable String name,
        @Nullable Instant markTime) {
    /** Name to show. */
    public String text() {
        return name == null ? id : name;
    }
}
