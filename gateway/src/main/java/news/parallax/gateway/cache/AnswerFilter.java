package news.parallax.gateway.cache;

import io.netty.buffer.Unpooled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.gateway.access.RateFilter;
import news.parallax.gateway.cache.Flights.Part;
import news.parallax.gateway.error.AddressLimit;
import news.parallax.gateway.metrics.GatewayMetrics.CacheAnswer;

/** Gives visitors answers that are there, on the thread that read the request: no route is looked up, nothing is asked. */
@Singleton
class AnswerFilter {
    /** After whatever refuses requests, before every route. */
    private static final int PRIORITY = 50;

    private final AnswerCache answers;
    private final Flights flights;
    private final StoryChanges changes;

    AnswerFilter(AnswerCache answers, Flights flights, StoryChanges changes) {
        this.answers = answers;
        this.flights = flights;
        this.changes = changes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext exchange) {
        Optional<AnswerKey> key = AnswerKey.of(exchange.request());
        if (key.isEmpty() || exchange.get(RateFilter.REFUSED) != null || AddressLimit.refuses(exchange)) {
            exchange.next();
            return;
        }
        Optional<Answer> answer = answers.find(key.get());
        Optional<Answer> past =
                answer.isEmpty() && flights.isUnderWay(key.get()) ? answers.findPast(key.get()) : Optional.empty();
        if (answer.isPresent()) {
            CacheAnswer.HIT.count();
            give(exchange, answer.get());
        } else if (past.isPresent()) {
            CacheAnswer.STALE.count();
            give(exchange, past.get());
        } else if (exchange.request().method() == HttpMethod.GET) {
            make(exchange, key.get());
        } else {
            exchange.next();
        }
    }

    private void make(RoutingContext exchange, AnswerKey key) {
        Context own = Vertx.currentContext();
        Part part = flights.join(key, () -> own.runOnContext(_ -> again(exchange, key)));
        (part instanceof Part.Wait ? CacheAnswer.SHARED : CacheAnswer.MISS).count();
        switch (part) {
            case Part.Lead lead -> {
                exchange.put(Miss.KEY, new Miss(key, changes.place(), lead.flight()));
                // with the head an answer is kept, or will not be; a stream's end may be far off
                exchange.addHeadersEndHandler(_ -> lead.flight().land());
                exchange.addEndHandler(_ -> lead.flight().land());
                exchange.next();
            }
            case Part.Wait _ -> {}
            case Part.Alone _ -> exchange.next();
        }
    }

    /** What was waited for is there, or has to be made after all. */
    private void again(RoutingContext exchange, AnswerKey key) {
        if (exchange.response().closed()) {
            return;
        }
        answers.find(key).ifPresentOrElse(answer -> give(exchange, answer), exchange::next);
    }

    private static void give(RoutingContext exchange, Answer answer) {
        HttpServerRequest request = exchange.request();
        Coding coding = coding(request);
        if (answer.tag().isAmong(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            writeUnchanged(exchange.response(), answer);
        } else if (answer.has(coding)) {
            write(exchange, answer, coding);
        } else {
            Context own = Vertx.currentContext();
            Thread.startVirtualThread(() -> {
                answer.body(coding);
                own.runOnContext(_ -> write(exchange, answer, coding));
            });
        }
    }

    /** Over HTTP/2 Netty compresses whatever says that it is compressed, a second time too: it is left to do it alone. */
    private static Coding coding(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                ? Coding.IDENTITY
                : Coding.best(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    /** A 304 has the headers that a cache needs, and none of the content (RFC 9110, §15.4.5). */
    private static void writeUnchanged(HttpServerResponse response, Answer answer) {
        answer.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type")) {
                response.headers().set(name, values);
            }
        });
        response.setStatusCode(304).end();
    }

    private static void write(RoutingContext exchange, Answer answer, Coding coding) {
        HttpServerResponse response = exchange.response();
        answer.headers().forEach((name, values) -> response.headers().set(name, values));
        byte[] body = answer.body(coding);
        if (coding != Coding.IDENTITY) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
        if (exchange.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length))
                    .end();
        } else {
            response.end(Buffer.buffer(Unpooled.wrappedBuffer(body)));
        }
    }
}
