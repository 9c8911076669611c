package news.parallax.crawler.websub;

import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;

/**
 * Where hubs call back. They are believed only about subscriptions that they were asked for, at an address that nobody
 * can guess, and about contents only if these are signed. What is pushed is thrown away: it makes the feed due, which is
 * then fetched as ever, from its own server. So a hub can say when, but not what.
 */
@Singleton
class CallbackRoutes {

    static final String PATH = "/websub/";

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;
    private static final int CHALLENGE_LENGTH_MAX = 4_096;
    private static final int CALLS_AT_ONCE = 32;

    private final CrawlerConfig config;
    private final SubscriptionClient subscriptions;
    private final ExecutorService threads;
    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);

    CallbackRoutes(CrawlerConfig config, SubscriptionClient subscriptions, @VirtualThreads ExecutorService threads) {
        this.config = config;
        this.subscriptions = subscriptions;
        this.threads = threads;
    }

    void register(@Observes Router router) {
        if (config.websubCallback().isEmpty()) {
            return;
        }
        router.get(PATH + ":id").handler(call -> run(call, () -> verify(call)));
        router.post(PATH + ":id")
                .handler(BodyHandler.create(false)
                        .setBodyLimit(config.websubBodyLimit().asLongValue()));
        router.post(PATH + ":id").handler(call -> run(call, () -> push(call)));
    }

    private void run(RoutingContext call, Runnable work) {
        threads.execute(() -> {
            if (!calls.tryAcquire()) {
                end(call, UNAVAILABLE, "");
                return;
            }
            try {
                work.run();
            } catch (StatusRuntimeException e) {
                Log.warnf("hub not heard reason=\"%s\"", e.getMessage());
                end(call, UNAVAILABLE, "");
            } finally {
                calls.release();
            }
        });
    }

    /** The hub asks whether it was really us who asked, or says that it will not do it. */
    private void verify(RoutingContext call) {
        HttpServerRequest request = call.request();
        String id = call.pathParam("id");
        String topic = parameter(request, "hub.topic");
        switch (parameter(request, "hub.mode")) {
            case "subscribe" -> {
                String challenge = parameter(request, "hub.challenge");
                boolean valid = !challenge.isEmpty() && challenge.length() <= CHALLENGE_LENGTH_MAX;
                boolean ours = valid && subscriptions.confirm(id, topic, leaseSeconds(request), false);
                end(call, ours ? OK : NOT_FOUND, ours ? challenge : "");
            }
            case "denied" -> end(call, subscriptions.confirm(id, topic, 0, true) ? OK : NOT_FOUND, "");
            default -> end(call, NOT_FOUND, ""); // we never ask to be unsubscribed: what is not renewed ends
        }
    }

    private void push(RoutingContext call) {
        String id = call.pathParam("id");
        Optional<String> secret = subscriptions.secret(id);
        if (secret.isEmpty()) {
            end(call, GONE, "");
            return;
        }
        byte[] body = call.body().buffer() == null
                ? new byte[0]
                : call.body().buffer().getBytes();
        boolean signed = Stream.of("X-Hub-Signature-256", "X-Hub-Signature")
                .map(name -> Optional.ofNullable(call.request().getHeader(name)))
                .flatMap(Optional::stream)
                .anyMatch(signature -> HubSignature.matches(signature, secret.get(), body));
        if (!signed) {
            Log.infof("push refused reason=\"it is not signed by the hub\"");
            end(call, FORBIDDEN, "");
            return;
        }
        end(call, subscriptions.notifyFeed(id) ? ACCEPTED : GONE, "");
    }

    private static long leaseSeconds(HttpServerRequest request) {
        String seconds = parameter(request, "hub.lease_seconds");
        return seconds.matches("\\d{1,12}") ? Long.parseLong(seconds) : 0;
    }

    private static String parameter(HttpServerRequest request, String name) {
        String value = request.getParam(name);
        return value == null ? "" : value;
    }

    private static void end(RoutingContext call, int status, String text) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/plain; charset=utf-8")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text);
    }
}
