package news.parallax.gateway.assistant;

import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.briefing.Briefings;
import news.parallax.gateway.error.Parameters;
import news.parallax.gateway.lookup.LookupClient;

/** What assistants ask of a day, and of a page that a person has open. */
@Singleton
class AssistantPageTools {
    private final Briefings briefings;
    private final LookupClient pages;
    private final AssistantAnswers answers;
    private final Visit visit;
    private final AssistantVisit asking;

    AssistantPageTools(
            Briefings briefings, LookupClient pages, AssistantAnswers answers, Visit visit, AssistantVisit asking) {
        this.briefings = briefings;
        this.pages = pages;
        this.answers = answers;
        this.visit = visit;
        this.asking = asking;
    }

    @Tool(
            name = "daily_briefing",
            description =
                    "The news of a day: the stories that most outlets reported on their own, and its coverage gaps,"
                            + " each claim with its source.",
            annotations =
                    @Tool.Annotations(
                            title = "Briefing of a day",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = BriefingAnswerView.class))
    @RunOnVirtualThread
    ToolResponse dailyBriefing(
            @ToolArg(name = "date", description = "The day in UTC, as in 2026-10-05; today if it is not given")
                    Optional<String> date) {
        return asking.answer(
                () -> answers.of(
                        visit.show(briefings.of(Parameters.day("date", date.orElse(null), briefings.today())))),
                AssistantTexts::of);
    }

    @Tool(
            name = "lookup_url",
            description = "In which story a page of the web is, and who its outlet is: how it is rated, who owns it.",
            annotations =
                    @Tool.Annotations(
                            title = "Look a page up",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false),
            outputSchema = @Tool.OutputSchema(from = LookupAnswerView.class))
    @RunOnVirtualThread
    ToolResponse lookupUrl(
            @ToolArg(name = "url", description = "Absolute http or https address of the page") String url) {
        return asking.answer(
                () -> answers.of(visit.show(pages.lookup(Parameters.required("url", url)))), AssistantTexts::of);
    }
}
