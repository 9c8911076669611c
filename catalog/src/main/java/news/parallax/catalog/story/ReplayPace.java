package news.parallax.catalog.story;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Lets a stream go no faster than its caller reads. Quarkus subscribes to the Multi of an endpoint without limit and
 * never asks the call whether it can take more (issue 46475 there), so a slow caller would make us keep the whole
 * window in memory; the call is put where the stream can ask it.
 */
@GlobalInterceptor
@Singleton
public class ReplayPace implements ServerInterceptor {
    private static final Context.Key<ServerCall<?, ?>> CALL = Context.key("call");
    private static final Duration PAUSE = Duration.ofMillis(5);

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return Contexts.interceptCall(Context.current().withValue(CALL, call), call, headers, next);
    }

    /** Returns the call that is being answered. */
    static ServerCall<?, ?> currentCall() {
        return CALL.get();
    }

    /** Waits until the caller has read most of what was sent, or has gone. */
    static void awaitReady(ServerCall<?, ?> call) {
        while (!call.isReady() && !call.isCancelled()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
