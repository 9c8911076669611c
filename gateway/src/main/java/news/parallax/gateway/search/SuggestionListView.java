package news.parallax.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a few letters may be the beginning of.
 *
 * @param suggestions subjects, then outlets; of each the likeliest first
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
public record SuggestionListView(
        List<SuggestionView> suggestions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
