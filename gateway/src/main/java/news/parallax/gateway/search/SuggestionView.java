package news.parallax.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import news.parallax.gateway.rating.SourceSummaryView;
import news.parallax.gateway.subject.SubjectRecordView;
import org.jspecify.annotations.Nullable;

/**
 * What a few letters may be the beginning of: one of both.
 *
 * @param subject a topic, somebody, a place
 * @param source an outlet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionView(
        @Nullable SubjectRecordView subject, @Nullable SourceSummaryView source) {}
