package news.parallax.catalog.call;

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
 * Lets an endpoint ask about the call it answers: whether the caller has gone, and whether it can take more. Quarkus
 * subscribes to the Multi of an endpoint without limit and never asks (its issue 46475), so that a slow reader would
 * make us keep a whole stream in memory.
 */
@GlobalInterceptor
@Singleton
public class CurrentCall implements ServerInterceptor {
    private static final Context.Key<ServerCall<?, ?>> CALL = Context.key("call");
    private static final Duration PAUSE = Duration.ofMillis(5);

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var connected = new ConnectionCall<>(call);
        Context context = LeaseClaim.note(Context.current().withValue(CALL, connected), headers);
        return Contexts.interceptCall(context, connected, headers, next);
    }

    /** Returns the call that is being answered; to be asked for before the work goes to another thread. */
    public static ServerCall<?, ?> get() {
        return CALL.get();
    }

    /** Waits until the caller has read most of what was sent, or has gone; returns false if neither is so after a while. */
    public static boolean awaitReady(ServerCall<?, ?> call, Duration limit) {
        long until = System.nanoTime() + limit.toNanos();
        while (!call.isReady() && !call.isCancelled()) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return true;
    }

    /** Does the same without a limit. */
    public static void awaitReady(ServerCall<?, ?> call) {
        awaitReady(call, Duration.ofNanos(Long.MAX_VALUE));
    }
}
