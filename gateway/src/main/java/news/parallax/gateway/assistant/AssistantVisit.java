package news.parallax.gateway.assistant;

import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.ToolCallException;
import io.quarkiverse.mcp.server.ToolResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.error.Problem;
import news.parallax.gateway.error.ProblemMapper;

/** One question of an assistant: by whom it is, from the header as under /v1, and what a failure is called. */
@Singleton
class AssistantVisit {
    private final Visit visit;
    private final HttpServerRequest request;
    private final ProblemMapper problems;

    AssistantVisit(Visit visit, HttpServerRequest request, ProblemMapper problems) {
        this.visit = visit;
        this.request = request;
        this.problems = problems;
    }

    /** Returns the answer as data and in words. */
    <T extends Record> ToolResponse answer(Supplier<T> question, Function<T, String> words) {
        try {
            String key = request.getHeader("X-Api-Key");
            if (key != null) {
                visit.byKey(key);
            }
            T answer = question.get();
            return new ToolResponse(false, List.of(new TextContent(words.apply(answer))), answer, Map.of());
        } catch (RuntimeException e) {
            Problem problem = problems.toProblem(e, "/mcp");
            throw new ToolCallException(problem.detail() + " (" + problem.code() + ")", e);
        }
    }
}
