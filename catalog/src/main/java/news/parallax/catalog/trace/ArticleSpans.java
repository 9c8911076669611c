package news.parallax.catalog.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's part of the ways of a batch's articles: one span for each in the trace that came with it, from the call to
 * the commit. Articles whose way is not traced have none.
 */
public final class ArticleSpans {
    private static final String TRACEPARENT = "traceparent";

    private ArticleSpans() {}

    /**
     * An article that comes in.
     *
     * @param traceparent what came along; empty if its way is not traced
     */
    public record Traced(String articleId, String traceparent) {}

    /** Does what is done for all of them together. */
    public static <T> T around(List<Traced> articles, Supplier<T> work) {
        List<Span> spans = articles.stream()
                .filter(article -> !article.traceparent().isEmpty())
                .map(ArticleSpans::begin)
                .toList();
        try {
            return work.get();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private static Span begin(Traced article) {
        return GlobalOpenTelemetry.getTracer("news.parallax.catalog")
                .spanBuilder("record article")
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), Map.of(TRACEPARENT, article.traceparent()), new Getter()))
                .setAttribute("parallax.article.id", article.articleId())
                .startSpan();
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
