package news.parallax.gateway.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of subjects.
 *
 * @param subjects those with most stories first
 * @param nextCursor where the next page starts; null at the end
 */
public record SubjectListView(
        List<SubjectRecordView> subjects,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
