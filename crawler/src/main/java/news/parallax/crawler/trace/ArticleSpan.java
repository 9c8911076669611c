package news.parallax.crawler.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.HashMap;
import java.util.Map;

/**
 * A part of an article's way: a child of the part that the thread is in, else the first. Does nothing unless somebody has
 * traces sent to them.
 */
public final class ArticleSpan {

    private final Span span;

    private ArticleSpan(Span span) {
        this.span = span;
    }

    /** Begins to get an article. */
    public static ArticleSpan crawl(String url) {
        return begin("crawl article", SpanKind.INTERNAL).with("url.full", url);
    }

    /** Begins to deliver an article; ends with its answer, on whatever thread. */
    public static ArticleSpan deliver(String articleId) {
        return begin("deliver article", SpanKind.PRODUCER).with("parallax.article.id", articleId);
    }

    private static ArticleSpan begin(String name, SpanKind kind) {
        return new ArticleSpan(GlobalOpenTelemetry.getTracer("news.parallax.crawler")
                .spanBuilder(name)
                .setSpanKind(kind)
                .startSpan());
    }

    /** What may be interrupted. */
    public interface Work<T> {

        T run() throws InterruptedException;
    }

    /** Does what belongs to this part. */
    public <T> T within(Work<T> work) throws InterruptedException {
        try (Scope _ = span.makeCurrent()) {
            return work.run();
        }
    }

    /** What is sent along, so that the way goes on elsewhere; empty if it is not traced. */
    public String traceparent() {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.root().with(span), headers, (carrier, name, value) -> carrier.put(name, value));
        return headers.getOrDefault("traceparent", "");
    }

    public ArticleSpan with(String attribute, String value) {
        span.setAttribute(attribute, value);
        return this;
    }

    /** Ends it, with what became of the article. */
    public void end(String outcome) {
        with("parallax.outcome", outcome).span.end();
    }

    /** Ends it without an outcome. */
    public void fail(String reason) {
        span.setStatus(StatusCode.ERROR, reason).end();
    }
}
