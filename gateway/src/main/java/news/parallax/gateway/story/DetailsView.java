package news.parallax.gateway.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import org.jspecify.annotations.Nullable;

/**
 * What a story tells beside its summary; not in lists.
 *
 * @param comparison how the sides word it; absent while the sides of its outlets are not known
 * @param subjects whom and what it is about, by most outlets first
 * @param firstReport who reported it first; absent if not known
 * @param images of its articles, at their outlets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DetailsView(
        @Requires(Capability.BIAS) @Nullable ComparisonView comparison,
        List<SubjectView> subjects,
        @Nullable FirstReportView firstReport,
        List<ImageView> images) {}
