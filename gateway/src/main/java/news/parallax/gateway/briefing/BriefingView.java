package news.parallax.gateway.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Requires;
import news.parallax.gateway.story.StoryView;
import org.jspecify.annotations.Nullable;

/**
 * The news of a day.
 *
 * @param date the day, in UTC
 * @param asOfTime up to when outlets are counted: the end of the day, or now while it lasts
 * @param complete whether the day is over
 * @param stories those with news on the day, by independent outlets, most first, split as they were then
 * @param gaps those of the day that one side hardly covers
 * @param locked what the reader's plan leaves out: capability to least plan that has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BriefingView(
        LocalDate date,
        Instant asOfTime,
        boolean complete,
        List<StoryView> stories,
        @Requires(Capability.BIAS) @Nullable List<StoryView> gaps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> locked) {}
