package news.parallax.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of reports of wrong groupings.
 *
 * @param reports the reports, the latest first
 * @param nextCursor where the list goes on; null at its end
 */
public record GroupingReportListView(
        List<GroupingReportView> reports,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
