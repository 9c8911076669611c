package news.parallax.clusterer.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The clusterer's part of the ways of a batch's articles: one span for each, in the trace that came with it, and one for the
 * batch, which links to them and has the calls to the catalog below it. Articles whose way is not traced have none.
 */
public final class ArticleSpans {

    private static final String TRACEPARENT = "traceparent";

    private final List<Span> spans;

    private ArticleSpans(List<Span> spans) {
        this.spans = spans;
    }

    /** Begins with what came along with each article, empty if nothing did. */
    public static ArticleSpans begin(List<String> traceparents) {
        return new ArticleSpans(traceparents.stream().map(ArticleSpans::begin).toList());
    }

    private static Span begin(String traceparent) {
        if (traceparent.isEmpty()) {
            return Span.getInvalid();
        }
        return tracer().spanBuilder("group article")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACEPARENT, traceparent), new Getter()))
                .startSpan();
    }

    /** What goes along to the catalog with an article; empty if its way is not traced. */
    public String traceparent(int article) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.root().with(spans.get(article)),
                        headers,
                        (carrier, name, value) -> carrier.put(name, value));
        return headers.getOrDefault(TRACEPARENT, "");
    }

    /** Does what is done for all together. */
    public <T> T together(Supplier<T> work) {
        if (spans.stream().noneMatch(span -> span.getSpanContext().isValid())) {
            return work.get();
        }
        SpanBuilder batch = tracer().spanBuilder("file batch").setNoParent();
        spans.stream()
                .filter(span -> span.getSpanContext().isValid())
                .forEach(span -> batch.addLink(span.getSpanContext()));
        Span all = batch.startSpan();
        try (Scope _ = all.makeCurrent()) {
            return work.get();
        } catch (RuntimeException e) {
            all.setStatus(StatusCode.ERROR);
            spans.forEach(span -> span.setStatus(StatusCode.ERROR).end());
            throw e;
        } finally {
            all.end();
        }
    }

    /** An article has been answered. */
    public void end(int article, String articleId, String storyId, String outcome) {
        spans.get(article)
                .setAttribute("parallax.article.id", articleId)
                .setAttribute("parallax.story.id", storyId)
                .setAttribute("parallax.outcome", outcome)
                .end();
    }

    private static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("news.parallax.clusterer");
    }

    private record Getter() implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    }
}
