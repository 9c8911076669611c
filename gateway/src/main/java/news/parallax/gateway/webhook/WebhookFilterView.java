package news.parallax.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told: what passes every field that is there. Of a list one is enough, but for subjects. Also as a program sends it.
 *
 * @param aspects only if one of these changed: founded, articles, telling, coverage, regrouped, merged
 * @param gapOnly only stories with a coverage gap
 * @param sources only stories with an article of one of these outlets, by domain
 * @param subjects only stories about all of these
 * @param countries only stories with an outlet of one of these countries
 * @param languages only stories with an article in one of these languages
 * @param minSources only stories with at least so many outlets
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WebhookFilterView(
        List<String> aspects,
        boolean gapOnly,
        List<String> sources,
        List<String> subjects,
        List<String> countries,
        List<String> languages,
        int minSources) {
    static final WebhookFilterView EVERYTHING =
            new WebhookFilterView(List.of(), false, List.of(), List.of(), List.of(), List.of(), 0);

    /** What a program leaves out is not asked for. */
    public WebhookFilterView {
        aspects = some(aspects);
        sources = some(sources);
        subjects = some(subjects);
        countries = some(countries);
        languages = some(languages);
    }

    private static List<String> some(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
