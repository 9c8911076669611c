package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit trail.
 *
 * @param entries what was done, the latest first
 * @param nextCursor where the list goes on; null at its end
 */
public record AuditListView(
        List<AuditEntryView> entries,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
